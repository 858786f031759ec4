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
import org.interactiveml.streams.vertx.LiveRoute;
import org.interactiveml.streams.vertx.LiveTokens;

/** Puts the served program together: sessions, the live socket, meters, pages. Thread-safe. */
final class Laboratory {
    private final Telemetry telemetry = new Telemetry(Catalog.experiments());
    private final Sessions sessions = Sessions.start(DebouncePolicy.standard(), telemetry.listener());
    private final LiveTokens tokens = new LiveTokens(new SecureRandom(), System::nanoTime);

    /** A metered Vert.x for the servers. */
    Vertx vertx() {
        return telemetry
                .vertx(new VertxOptions().setPreferNativeTransport(false))
                .build();
    }

    /** What the servers serve. */
    Site site() {
        LiveRoute live = new LiveRoute(tokens, telemetry.listener(), telemetry.listener(), System::nanoTime);
        return new Site(
                router -> router.get(LiveRoute.PATH).handler(live),
                (router, up) -> new OpsRoutes(telemetry.registry(), Main.version(), up).mount(router),
                List.of(sessions, tokens));
    }
}
