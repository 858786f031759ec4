package org.interactiveml.ui.app;

/** The program as it is served, on ports that were free. */
public final class RunningLaboratory implements AutoCloseable {
    private final Laboratory laboratory = new Laboratory();
    private final WebServer server = laboratory.serve(new Listening("127.0.0.1", 0, 0));

    /** The address of its first page, with a slash at the end. */
    public String url() {
        return server.listening().url();
    }

    @Override
    public void close() {
        server.close();
        laboratory.close();
    }
}
