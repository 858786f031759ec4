package org.interactiveml.ui.app;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.function.Consumer;

/**
 * What the public port answers: the mounted routes itself, everything else, WebSocket upgrades included, from the pages
 * behind it.
 */
final class FrontServer {
    /** Each browser page holds one connection for its push, so this bounds the pages open at a time. */
    private static final int MAX_CONNECTIONS = 10_000;

    /** Shorter than the pages' own patience: they would otherwise close a connection that a request is just being sent on. */
    private static final int IDLE_SECONDS = PageServer.IDLE_SECONDS / 2;

    private static final String OUR_FILES = "/iml/";

    /** Vaadin's bundle: each file's name holds a hash of its content. */
    private static final String HASHED_FILES = "/VAADIN/build/";

    private static final int OK = 200;

    private final Vertx vertx;
    private final Consumer<Router> routes;
    private final Future<SocketAddress> pages;

    FrontServer(Vertx vertx, Consumer<Router> routes, Future<PageServer> pages) {
        this.vertx = vertx;
        this.routes = routes;
        this.pages = pages.map(PageServer::address);
    }

    /** A router for one event loop. */
    Router router() {
        var router = Router.router(vertx);
        router.route().handler(context -> {
            context.addHeadersEndHandler(headers -> addHeaders(context.request(), context.response()));
            context.next();
        });
        routes.accept(router);
        HttpProxy proxy = proxy();
        router.route().handler(context -> proxy.handle(context.request()));
        return router;
    }

    private HttpProxy proxy() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(IDLE_SECONDS),
                new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        return HttpProxy.reverseProxy(client)
                .origin(OriginRequestProvider.selector(context -> onThisLoop(vertx, pages)));
    }

    /**
     * What a future holds, told on the event loop that asks, now or later: the request to the pages then stays on the loop of
     * the browser's, and so does its connection, which later requests take over. On two loops a pipe between them can miss that
     * there is room again, and an upload stops for good.
     */
    static <T> Future<T> onThisLoop(Vertx vertx, Future<T> future) {
        if (future.succeeded()) {
            return Future.succeededFuture(future.result());
        }
        Context loop = vertx.getOrCreateContext();
        Promise<T> here = Promise.promise();
        future.onComplete(done -> loop.runOnContext(now -> here.handle(done)));
        return here.future();
    }

    private static void addHeaders(HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "SAMEORIGIN")
                .putHeader(
                        "Content-Security-Policy",
                        "frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'");
        String path = request.path();
        if (response.getStatusCode() != OK) {
            return;
        }
        if (path.startsWith(HASHED_FILES) || (path.startsWith(OUR_FILES) && request.getParam("v") != null)) {
            response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else if (path.startsWith(OUR_FILES)) {
            // Nothing in this address changes with the content, so the browser has to ask each time.
            response.putHeader("Cache-Control", "no-cache");
        }
    }
}
