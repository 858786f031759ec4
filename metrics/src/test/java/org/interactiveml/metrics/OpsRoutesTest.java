package org.interactiveml.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsRoutesTest {
    private final Toy toy = new Toy();
    private final Telemetry telemetry = new Telemetry(List.of(toy));
    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean up = new AtomicBoolean(true);
    private int port;

    @BeforeEach
    void listen() {
        Router router = Router.router(vertx);
        new OpsRoutes(telemetry.registry(), "1.2.3", up::get).mount(router);
        port = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().await();
        telemetry.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aScrapeShowsFitsInThePrometheusTextFormat() throws Exception {
        new ToyRuns(toy, telemetry.listener()).everyKindOfEvent();

        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body().lines())
                .contains(
                        "# TYPE iml_fit_seconds histogram",
                        "iml_fit_seconds_count{experiment=\"toy\",model=\"ols\"} 1",
                        "iml_fit_seconds_bucket{experiment=\"toy\",model=\"ols\",le=\"0.0167\"} 1",
                        "iml_changes_total{experiment=\"toy\",outcome=\"superseded\"} 1.0",
                        "iml_sessions{experiment=\"toy\"} 1.0");
    }

    @Test
    void healthSaysVersionAndUptime() throws Exception {
        HttpResponse<String> response = get("/health");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject health = new JsonObject(response.body());
        assertThat(health.getString("status")).isEqualTo("up");
        assertThat(health.getString("version")).isEqualTo("1.2.3");
        assertThat(health.getLong("uptimeSeconds")).isNotNegative();
    }

    @Test
    void healthIsUnavailableWhileTheProgramCannotServe() throws Exception {
        up.set(false);

        HttpResponse<String> response = get("/health");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(response.body()).getString("status")).isEqualTo("down");
    }

    @Test
    void theDashboardLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> response = get("/");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(response.body()).startsWith("<!doctype html>").doesNotContain("src=", "@import", "https://");
    }
}
