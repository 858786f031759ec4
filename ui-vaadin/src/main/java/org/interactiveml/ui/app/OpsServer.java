package org.interactiveml.ui.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Consumer;

/** What the ops port answers: {@code /health}, and what is mounted beside it. */
final class OpsServer {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Consumer<Router> routes;
    private final Future<PageServer> pages;

    OpsServer(Vertx vertx, Consumer<Router> routes, Future<PageServer> pages) {
        this.vertx = vertx;
        this.routes = routes;
        this.pages = pages;
    }

    Router router() {
        var router = Router.router(vertx);
        router.get("/health").handler(context -> {
            boolean up = pages.succeeded() && pages.result().isRunning();
            context.response().setStatusCode(up ? OK : UNAVAILABLE).putHeader("Cache-Control", "no-store");
            context.json(new JsonObject().put("status", up ? "up" : "down"));
        });
        routes.accept(router);
        return router;
    }
}
