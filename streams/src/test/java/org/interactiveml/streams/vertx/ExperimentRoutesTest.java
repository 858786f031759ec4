package org.interactiveml.streams.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentRoutesTest {
    private final Vertx vertx = Vertx.vertx();
    private final ExperimentRoutes routes = new ExperimentRoutes(vertx, List.of(new ToyExperiment()));
    private final HttpClient client = HttpClient.newHttpClient();
    private String root = "";

    @BeforeEach
    void listen() {
        Router router = Router.router(vertx);
        routes.mount(router);
        root = "http://127.0.0.1:"
                + vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .await()
                        .actualPort();
    }

    @AfterEach
    void close() {
        routes.close();
        vertx.close().await();
        client.shutdownNow();
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<String> problems(HttpResponse<String> response) {
        return new JsonObject(response.body())
                .getJsonArray("problems").stream().map(String::valueOf).toList();
    }

    @Test
    void theCatalogueListsExperimentsWithTheirParameters() throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(root + "/api/experiments")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        JsonObject toy = new JsonArray(response.body()).getJsonObject(0);
        assertThat(toy.getString("id")).isEqualTo("toy");
        assertThat(toy.getJsonArray("parameters"))
                .hasSize(new ToyExperiment().parameters().list().size());
    }

    @Test
    void aStateIsAnsweredWithItsFrame() throws Exception {
        HttpResponse<String> response = post("/api/experiments/toy", "{\"set\":{\"degree\":3}}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject frame = new JsonObject(response.body());
        assertThat(frame.getJsonObject("parameters").getInteger("degree")).isEqualTo(3);
        assertThat(frame.getJsonObject("outcomes").fieldNames()).containsExactly("fit");
        assertThat(frame.getJsonObject("outcomes").getJsonObject("fit").getString("status"))
                .isEqualTo("ready");
        assertThat(post("/api/experiments/toy", "{\"set\":{\"degree\":3}}").body())
                .isEqualTo(response.body());
    }

    @Test
    void aStateThatCannotBeFittedIsAnOutcomeNotAnError() throws Exception {
        HttpResponse<String> response = post("/api/experiments/toy", "{\"set\":{\"degree\":9}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getJsonObject("outcomes").getJsonObject("fit"))
                .isEqualTo(new JsonObject()
                        .put("status", "failed")
                        .put("reasons", new JsonArray().add("degree 9 needs more than 5 samples")));
    }

    @Test
    void allThatIsWrongIsAnsweredAtOnce() throws Exception {
        HttpResponse<String> response =
                post("/api/experiments/toy", "{\"set\":{\"degree\":99,\"samples\":true},\"extra\":1}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problems(response)).hasSize(3).contains("degree must be between 1 and 30, not 99");
    }

    @Test
    void aBrokenRuleBetweenParametersIsAProblem() throws Exception {
        HttpResponse<String> response = post("/api/experiments/toy", "{\"set\":{\"x.min\":5}}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problems(response)).containsExactly("x.min must be less than x.max, not 5.0 and 1.0");
    }

    @Test
    void aBodyThatIsNoJsonObjectIsAProblem() throws Exception {
        for (String body : List.of("", "junk", "[1]", "{\"set\":3}", "{}", "{\"set\":{}} x")) {
            HttpResponse<String> response = post("/api/experiments/toy", body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(problems(response)).as(body).hasSize(1);
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        HttpResponse<String> response = post("/api/experiments/toy", "x".repeat(140_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(problems(response)).containsExactly("the body has at most 131072 bytes");
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        HttpResponse<String> unknown = post("/api/experiments/nosuch", "{\"set\":{}}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(problems(unknown)).containsExactly("there is no such experiment; known are toy");
        assertThat(post("/api/launch", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesOfOtherServersAreRefused() throws Exception {
        assertThat(post("/api/experiments/toy", "{\"set\":{}}", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/experiments/toy", "{\"set\":{}}", "Origin", root).statusCode())
                .isEqualTo(200);
    }
}
