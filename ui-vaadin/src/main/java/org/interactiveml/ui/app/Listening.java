package org.interactiveml.ui.app;

/**
 * Where the program listens.
 *
 * @param host name or address of the interface
 * @param port public port; 0 for any free one
 * @param opsPort port of metrics and health; 0 for any free one
 */
record Listening(String host, int port, int opsPort) {
    /** The address to open in a browser. */
    String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
    }
}
