package org.interactiveml.ui.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.util.List;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.metrics.OpsRoutes;
import org.interactiveml.metrics.Telemetry;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Sessions;
import org.interactiveml.streams.vertx.ExperimentRoutes;
import org.interactiveml.streams.vertx.LiveRoute;
import org.interactiveml.streams.vertx.LiveTokens;
import org.interactiveml.ui.control.Tables;

/** Puts the served program together: sessions, the live socket, the HTTP interface, meters, pages. Thread-safe. */
final class Laboratory implements AutoCloseable {
    private final Telemetry telemetry = new Telemetry(Catalog.experiments());
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    private final Sessions sessions = Sessions.start(DebouncePolicy.standard(), telemetry.listener());
    private final LiveTokens tokens = new LiveTokens(new SecureRandom(), System::nanoTime);
    private final LiveRoute live = new LiveRoute(tokens, telemetry.listener(), telemetry.listener(), System::nanoTime);
    private final ExperimentRoutes api = new ExperimentRoutes(vertx, Catalog.experiments());

    private final Tables tables;

    /** A laboratory that offers these tables. */
    Laboratory(Tables tables) {
        this.tables = tables;
    }

    /** Starts to serve all of it. The server closes the Vert.x; this laboratory is to be closed before it. */
    WebServer serve(Listening listening) {
        return WebServer.start(vertx, listening, site());
    }

    private Site site() {
        return new Site(
                router -> {
                    router.route(LiveRoute.PATH).handler(live);
                    api.mount(router);
                },
                (router, up) -> new OpsRoutes(telemetry.registry(), Main.version(), up).mount(router),
                List.of(sessions, tokens, tables));
    }

    @Override
    public void close() {
        api.close();
        sessions.close();
        telemetry.close();
    }
}
