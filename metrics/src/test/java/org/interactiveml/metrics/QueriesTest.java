package org.interactiveml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of the Grafana dashboard and of the alert rules, against what the program really exposes. */
class QueriesTest {
    private static final Pattern RULE = Pattern.compile("(?m)^ +expr: (.+)$");
    private static final Telemetry TELEMETRY = new Telemetry(List.of(new Toy()));
    private static final Vertx VERTX = Vertx.vertx();
    private static List<Query.Sample> samples = List.of();

    @BeforeAll
    static void exposeAFewEvents() throws Exception {
        new ToyRuns(new Toy(), TELEMETRY.listener()).everyKindOfEvent();
        Router router = Router.router(VERTX);
        new OpsRoutes(TELEMETRY.registry(), "1.0", () -> true).mount(router);
        router.get("/live").handler(context -> context.request().toWebSocket());
        int port = VERTX.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), new WebSocket.Listener() {})
                    .get()
                    .abort();
            HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .build();
            client.send(scrape, HttpResponse.BodyHandlers.ofString()); // the second sees the request of the first
            samples = Query.Sample.of(
                    client.send(scrape, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    @AfterAll
    static void close() {
        VERTX.close().await();
        TELEMETRY.close();
    }

    static List<String> dashboard() throws IOException {
        List<String> expressions = new ArrayList<>();
        new JsonObject(resource("grafana.json"))
                .getJsonArray("panels")
                .forEach(panel -> ((JsonObject) panel)
                        .getJsonArray("targets")
                        .forEach(target -> expressions.add(((JsonObject) target)
                                .getString("expr")
                                .replace("$__rate_interval", "1m")
                                .replace("$experiment", ".*"))));
        return expressions;
    }

    static List<String> rules() throws IOException {
        return RULE.matcher(resource("alerts.yml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static List<String> all() throws IOException {
        List<String> expressions = new ArrayList<>(dashboard());
        expressions.addAll(rules());
        return expressions;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyQueryFindsItsSeriesAndLabels(String expression) {
        Query query = Query.parse(expression);

        assertThat(query.selectors()).isNotEmpty();
        for (Query.Selector selector : query.selectors()) {
            if (selector.metric().equals("up")) {
                continue; // Prometheus makes this one itself
            }
            assertThat(samples).as("series of %s", selector).anyMatch(selector::matches);
            Query.Sample sample =
                    samples.stream().filter(selector::matches).findFirst().orElseThrow();
            assertThat(sample.labels().keySet())
                    .as("labels of %s", selector)
                    .containsAll(query.groupedBy().stream()
                            .filter(label -> !label.equals("instance")) // so is this
                            .filter(label ->
                                    !label.equals("le") || selector.metric().endsWith("_bucket"))
                            .toList());
        }
    }

    @Test
    void everyMeterOfOursIsOnTheDashboard() throws IOException {
        String dashboard = String.join("\n", dashboard());
        for (LabMeter meter : LabMeter.values()) {
            assertThat(dashboard).contains(meter.getName().replace('.', '_'));
        }
    }

    @Test
    void prometheusAcceptsTheAlertRules(@TempDir Path folder) throws Exception {
        write(folder, "alerts.yml");

        assertThat(promtool(folder, "check", "rules", "alerts.yml")).contains("8 rules found");
    }

    @Test
    void theAlertRulesFireWhenTheyShouldAndOnlyThen(@TempDir Path folder) throws Exception {
        write(folder, "alerts.yml");
        write(folder, "alerts-test.yml");

        assertThat(promtool(folder, "test", "rules", "alerts-test.yml")).contains("SUCCESS");
    }

    @Test
    void prometheusAcceptsEveryQueryOfTheDashboard(@TempDir Path folder) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        List<String> expressions = dashboard();
        for (int i = 0; i < expressions.size(); i++) {
            rules.append("      - {record: \"q:%d\", expr: '%s'}\n".formatted(i, expressions.get(i)));
        }
        Files.writeString(folder.resolve("dashboard.yml"), rules);

        assertThat(promtool(folder, "check", "rules", "dashboard.yml")).contains(expressions.size() + " rules found");
    }

    private static void write(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name), resource(name));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(QueriesTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What promtool says; the test is skipped where there is none. */
    private static String promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            assumeThat(absent).as("promtool is not installed").isNull();
            throw absent;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
