package org.interactiveml.ui.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.interactiveml.streams.vertx.LiveRoute;
import org.jspecify.annotations.Nullable;

/**
 * A port to open, and the option that chose it, for the message when it cannot be opened.
 *
 * @param option name of the option
 * @param host name or address of the interface
 * @param number port number; 0 for any free one
 */
record Port(String option, String host, int number) {
    /** Vert.x reads a negative number as one free port for all the servers that name the same; this is the last one used. */
    private static final AtomicInteger ANY_SHARED = new AtomicInteger();

    /**
     * Opens the port on {@code eventLoops} event loops, each with a router of its own, and waits until it is open.
     *
     * @return the port number, as chosen by the system if it was 0
     * @throws UsageException when the address cannot be listened on
     */
    int open(Vertx vertx, int eventLoops, Supplier<Router> routers) {
        var opened = new AtomicInteger();
        int shared = number == 0 ? ANY_SHARED.decrementAndGet() : number;
        var deployment = vertx.deployVerticle(
                () -> new VerticleBase() {
                    @Override
                    public Future<?> start() {
                        return vertx.createHttpServer(serverOptions(shared))
                                .requestHandler(routers.get())
                                .listen()
                                .onSuccess(server -> opened.set(server.actualPort()));
                    }
                },
                new DeploymentOptions().setInstances(eventLoops));
        // The failure is turned into a value first: await would throw it as it is, checked or not.
        Throwable failure = deployment
                .<@Nullable Throwable>mapEmpty()
                .otherwise(cause -> cause)
                .await();
        if (failure != null) {
            throw failure instanceof SocketException || failure instanceof UnknownHostException
                    ? new UsageException(problem(failure))
                    : new IllegalStateException(failure);
        }
        return opened.get();
    }

    private String problem(Throwable failure) {
        return failure instanceof BindException
                        && String.valueOf(failure.getMessage()).contains("in use")
                ? "port %d is in use on %s: choose another with %s PORT".formatted(number, host, option)
                : "cannot listen on %s port %d (%s): choose another with --host HOST or %s PORT"
                        .formatted(host, number, failure.getMessage(), option);
    }

    private HttpServerOptions serverOptions(int shared) {
        return LiveRoute.bounded(new HttpServerOptions()
                .setHost(host)
                .setPort(shared)
                // The proxy speaks HTTP/1.1 to the pages and cannot carry a request that was upgraded to HTTP/2.
                .setHttp2ClearTextEnabled(false));
    }
}
