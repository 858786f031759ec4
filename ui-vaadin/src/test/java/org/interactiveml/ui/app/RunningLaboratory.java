package org.interactiveml.ui.app;

import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.ui.control.Tables;

/** The program as it is served, on ports that were free. */
public final class RunningLaboratory implements AutoCloseable {
    private final Laboratory laboratory;
    private final WebServer server;

    /** Serves, offering these tables. */
    public RunningLaboratory(Tables tables) {
        laboratory = new Laboratory(Catalog.standard(), tables);
        server = laboratory.serve(new Listening("127.0.0.1", 0, 0));
    }

    /** The address of its first page, with a slash at the end. */
    public String url() {
        return server.listening().url();
    }

    /** The address of the dashboard for who runs it, with a slash at the end. */
    public String opsUrl() {
        return "http://" + server.listening().host() + ":" + server.listening().opsPort() + "/";
    }

    @Override
    public void close() {
        laboratory.close();
        server.close();
    }
}
