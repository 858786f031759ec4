package org.interactiveml.ui.app;

import io.vertx.core.Vertx;

/** The program as it is served, on ports that were free. */
public final class RunningLaboratory implements AutoCloseable {
    private final WebServer server =
            WebServer.start(Vertx.vertx(), new Listening("127.0.0.1", 0, 0), new Laboratory().site());

    /** The address of its first page, with a slash at the end. */
    public String url() {
        return server.listening().url();
    }

    @Override
    public void close() {
        server.close();
    }
}
