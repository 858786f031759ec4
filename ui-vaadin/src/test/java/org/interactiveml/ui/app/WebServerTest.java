package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebServerTest {
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before the first test
    private WebServer server;

    @BeforeAll
    void start() {
        var site = new Site(
                router -> router.get("/api/mounted").handler(context -> context.end("mounted")),
                (router, up) -> {
                    router.get("/metrics").handler(context -> context.end("iml_frame_seconds 1"));
                    router.get("/health").handler(context -> context.end(up.getAsBoolean() ? "up" : "down"));
                },
                List.of());
        server = WebServer.start(Vertx.vertx(), new Listening(LOOPBACK, 0, 0), site);
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void thePageAnswersOnThePublicPort() throws Exception {
        var page = get(server.listening().port(), "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html");
    }

    @Test
    void mountedRoutesComeBeforeThePages() throws Exception {
        assertThat(get(server.listening().port(), "/api/mounted").body()).isEqualTo("mounted");
    }

    @Test
    void healthAndMetricsAreOnTheOpsPortOnly() throws Exception {
        assertThat(get(server.listening().opsPort(), "/health").body()).isEqualTo("up");
        assertThat(get(server.listening().opsPort(), "/metrics").body()).isEqualTo("iml_frame_seconds 1");
        assertThat(get(server.listening().port(), "/metrics").body()).doesNotContain("iml_frame_seconds 1");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersAndNoVersion() throws Exception {
        for (String path : List.of("/", "/api/mounted", "/iml/icon.svg", "/no/such/page")) {
            var headers = get(server.listening().port(), path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("frame-ancestors 'self'");
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void aVersionInTheAddressMakesOurFilesCacheableForGood() throws Exception {
        int port = server.listening().port();
        assertThat(get(port, "/iml/icon.svg").headers().allValues("Cache-Control"))
                .containsExactly("no-cache");
        assertThat(get(port, "/iml/icon.svg?v=1").headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void aPageTravelsCompressed() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.listening().url()))
                .header("Accept-Encoding", "gzip")
                .build();
        var page = client.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void aMissingFileShowsNoStackTrace() throws Exception {
        var missing = get(server.listening().port(), "/VAADIN/no-such-file.js");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).doesNotContain("Exception").doesNotContain("jetty");
    }

    @Test
    void aPortInUseIsOneLineThatNamesPortAndOption() {
        int taken = server.listening().port();
        assertThatThrownBy(() -> WebServer.start(Vertx.vertx(), new Listening(LOOPBACK, taken, 0), nothing()))
                .isInstanceOf(UsageException.class)
                .hasMessage("port %d is in use on 127.0.0.1: choose another with --port PORT", taken);
    }

    @Test
    void anOpsPortInUseNamesItsOwnOption() {
        int taken = server.listening().opsPort();
        assertThatThrownBy(() -> WebServer.start(Vertx.vertx(), new Listening(LOOPBACK, 0, taken), nothing()))
                .isInstanceOf(UsageException.class)
                .hasMessage("port %d is in use on 127.0.0.1: choose another with --ops-port PORT", taken);
    }

    @Test
    void anUnknownHostIsBadUsage() {
        assertThatThrownBy(() -> WebServer.start(Vertx.vertx(), new Listening("no.such.host.invalid", 0, 0), nothing()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no.such.host.invalid")
                .hasMessageContaining("--host");
    }

    private static Site nothing() {
        return new Site(router -> {}, (router, up) -> {}, List.of());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
