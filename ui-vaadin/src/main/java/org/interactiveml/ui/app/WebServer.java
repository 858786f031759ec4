package org.interactiveml.ui.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The running servers: the public port and the ops port on Vert.x, Jetty with the pages behind the first.
 *
 * <p>Thread-safe. {@link #close()} ends all three within about a second.
 */
final class WebServer implements AutoCloseable {
    private static final int FRONT_LOOPS = Runtime.getRuntime().availableProcessors();
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 1;

    private final Vertx vertx;
    private final Future<PageServer> pages;
    private final Listening listening;

    private WebServer(Vertx vertx, Future<PageServer> pages, Listening listening) {
        this.vertx = vertx;
        this.pages = pages;
        this.listening = listening;
    }

    /**
     * Starts everything and returns once pages answer. The server owns {@code vertx} from here on, also when it fails.
     *
     * @throws UsageException when an address cannot be listened on
     */
    static WebServer start(Vertx vertx, Listening wanted, Site site) {
        // Jetty scans classes for a good second, so the ports are opened meanwhile; early requests wait for it.
        Future<PageServer> pages = vertx.executeBlocking(() -> PageServer.start(site.services()));
        try {
            var front = new FrontServer(vertx, site.publicRoutes(), pages);
            int port = new Port("--port", wanted.host(), wanted.port()).open(vertx, FRONT_LOOPS, front::router);
            var ops = new OpsServer(vertx, site.opsRoutes(), pages);
            int opsPort = new Port("--ops-port", wanted.host(), wanted.opsPort()).open(vertx, 1, ops::router);
            pages.await(START_SECONDS, TimeUnit.SECONDS);
            return new WebServer(vertx, pages, new Listening(wanted.host(), port, opsPort));
        } catch (TimeoutException tooSlow) {
            stop(vertx, pages);
            throw new IllegalStateException("the pages did not start in " + START_SECONDS + " s", tooSlow);
        } catch (RuntimeException failure) {
            // Jetty interrupted at its start would log far more than the one line that the user needs.
            pages.otherwiseEmpty().await();
            stop(vertx, pages);
            throw failure;
        }
    }

    /** Where it listens, with the ports that the system chose. */
    Listening listening() {
        return listening;
    }

    @Override
    public void close() {
        stop(vertx, pages);
    }

    private static void stop(Vertx vertx, Future<PageServer> pages) {
        Future<Void> closing = vertx.close();
        if (pages.succeeded()) {
            pages.result().close();
        }
        try {
            closing.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillClosing) {
            // A browser that keeps its connection open must not keep the program from ending.
        }
    }
}
