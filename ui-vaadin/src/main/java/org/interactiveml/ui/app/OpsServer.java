package org.interactiveml.ui.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** The ops port: what is mounted on it is told whether pages answer. */
final class OpsServer {
    private final Vertx vertx;
    private final BiConsumer<Router, BooleanSupplier> routes;
    private final Future<PageServer> pages;

    OpsServer(Vertx vertx, BiConsumer<Router, BooleanSupplier> routes, Future<PageServer> pages) {
        this.vertx = vertx;
        this.routes = routes;
        this.pages = pages;
    }

    Router router() {
        var router = Router.router(vertx);
        routes.accept(router, () -> pages.succeeded() && pages.result().isRunning());
        return router;
    }
}
