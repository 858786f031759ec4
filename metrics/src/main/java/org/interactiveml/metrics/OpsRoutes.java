package org.interactiveml.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What the private port answers.
 *
 * <ul>
 *   <li>{@code /metrics}: Prometheus text, version 0.0.4
 *   <li>{@code /health}: {@code {"status":"up","version":"1.0","uptimeSeconds":12}} with status 200, or {@code "down"} with 503
 *   <li>{@code /}: a live dashboard that reads {@code /metrics} and needs nothing else
 * </ul>
 */
public final class OpsRoutes {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int ERROR = 500;

    private final PrometheusMeterRegistry registry;
    private final String version;
    private final BooleanSupplier up;
    private final Buffer dashboard = resource("dashboard.html");

    /**
     * Routes over a registry.
     *
     * @param version of the program
     * @param up whether the program can serve its users now; asked at each look at its health, on an event loop
     */
    public OpsRoutes(PrometheusMeterRegistry registry, String version, BooleanSupplier up) {
        this.registry = registry;
        this.version = version;
        this.up = up;
    }

    /** Adds the routes to a router. */
    public void mount(Router router) {
        router.get("/metrics").handler(this::metrics);
        router.get("/health").handler(this::health);
        router.get("/").handler(this::dashboard);
    }

    private void metrics(RoutingContext context) {
        // A few hundred histograms take milliseconds to write out: not on the event loop.
        context.vertx()
                .executeBlocking(registry::scrape, false)
                .onSuccess(text -> context.response()
                        .putHeader("Content-Type", TEXT)
                        .putHeader("Cache-Control", "no-store")
                        .end(text))
                .onFailure(failure -> context.response().setStatusCode(ERROR).end());
    }

    private void health(RoutingContext context) {
        boolean healthy = up.getAsBoolean();
        context.response().setStatusCode(healthy ? OK : UNAVAILABLE).putHeader("Cache-Control", "no-store");
        context.json(new JsonObject()
                .put("status", healthy ? "up" : "down")
                .put("version", version)
                .put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000));
    }

    private void dashboard(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
                                + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .end(dashboard);
    }

    private static Buffer resource(String name) {
        try (InputStream stream = Objects.requireNonNull(OpsRoutes.class.getResourceAsStream(name), name)) {
            return Buffer.buffer(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
