package org.interactiveml.ui.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.util.List;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.metrics.OpsRoutes;
import org.interactiveml.metrics.Telemetry;
import org.interactiveml.streams.replay.Lessons;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Sessions;
import org.interactiveml.streams.vertx.ExperimentRoutes;
import org.interactiveml.streams.vertx.LiveRoute;
import org.interactiveml.streams.vertx.LiveTokens;
import org.interactiveml.ui.control.Tables;

/** Puts the served program together: sessions, the live socket, the HTTP interface, meters, pages. Thread-safe. */
final class Laboratory implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    private final LiveTokens tokens = new LiveTokens(new SecureRandom(), System::nanoTime);
    private final Catalog catalog;
    private final Tables tables;
    private final Telemetry telemetry;
    private final Sessions sessions;
    private final LiveRoute live;
    private final ExperimentRoutes api;

    /** A laboratory of these experiments that offers these tables. */
    Laboratory(Catalog catalog, Tables tables) {
        this.catalog = catalog;
        this.tables = tables;
        telemetry = new Telemetry(catalog.experiments());
        sessions = Sessions.start(DebouncePolicy.standard(), telemetry.listener());
        live = new LiveRoute(tokens, telemetry.listener(), telemetry.listener(), System::nanoTime);
        api = new ExperimentRoutes(vertx, catalog.experiments());
    }

    /** Starts to serve all of it. The server closes the Vert.x; this laboratory is to be closed before it. */
    WebServer serve(Listening listening) {
        return WebServer.start(vertx, listening, site());
    }

    /** Warms up what a drag runs through, while it serves. */
    Future<Integer> rehearse(Listening listening, int moves) {
        return new Rehearsal(vertx, tokens).begin(catalog.experiments().getFirst(), listening, moves);
    }

    private Site site() {
        return new Site(
                router -> {
                    router.route(LiveRoute.PATH).handler(live);
                    api.mount(router);
                },
                (router, up) -> new OpsRoutes(telemetry.registry(), Main.version(), up).mount(router),
                List.of(sessions, tokens, tables, catalog, new Lessons(catalog.experiments())));
    }

    @Override
    public void close() {
        api.close();
        sessions.close();
        telemetry.close();
    }
}
