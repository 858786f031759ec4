package org.interactiveml.streams.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveRouteTest {
    private LiveServer server = new LiveServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPageIsGreetedWithItsStateAndThenTheLastFrame() throws Exception {
        LivePage page = server.page();

        JsonObject hello = page.hello();
        assertThat(hello.getString("experiment")).isEqualTo("toy");
        assertThat(hello.getLong("version")).isEqualTo(1);
        assertThat(hello.getJsonObject("values").getInteger("samples")).isEqualTo(5);
        JsonObject frame = page.frameOf(0);
        assertThat(frame.getLong("version")).isEqualTo(1);
    }

    @Test
    void aChangeComesBackAsAFrameThatNamesItsInput() throws Exception {
        LivePage page = server.page();

        JsonObject frame = page.set("{\"degree\":3}", 17).frameOf(17);

        assertThat(frame.getLong("input")).isEqualTo(17);
        assertThat(frame.getLong("version")).isEqualTo(2);
        assertThat(frame.getJsonObject("values").getInteger("degree")).isEqualTo(3);
        assertThat(frame.getJsonObject("outcomes").fieldNames()).contains("fit");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws Exception {
        LivePage page = server.page();
        page.frameOf(0);

        JsonObject frame = page.set("{\"degree\":3}", 1).frameOf(1);

        assertThat(frame.getJsonObject("outcomes").fieldNames()).doesNotContain("points");
    }

    @Test
    void theLastOfManyInputsIsAlwaysAnswered() throws Exception {
        LivePage page = server.page();
        for (int input = 1; input <= 200; input++) {
            page.send("{\"type\":\"set\",\"values\":{\"noise\":%d.5},\"input\":%d,\"pace\":\"drag\"}"
                    .formatted(input, input));
        }

        assertThat(page.frameOf(200).getJsonObject("values").getDouble("noise")).isEqualTo(200.5);
    }

    @Test
    void aChangeFromElsewhereReachesThePageWithoutAnInput() throws Exception {
        LivePage page = server.page();
        page.frameOf(0);

        server.session.submit(Patch.of(ToyExperiment.DEGREE, 2), Pace.NOW);

        JsonObject frame = page.frameOf(0);
        assertThat(frame.getLong("version")).isEqualTo(2);
        assertThat(frame.getLong("input")).isZero();
    }

    @Test
    void allThatIsWrongWithAChangeIsAnsweredAndNothingOfItApplied() throws Exception {
        LivePage page = server.page();

        page.set("{\"degree\":99,\"samples\":7,\"nosuch\":1}", 4);

        JsonObject rejection = page.rejection();
        assertThat(rejection.getLong("input")).isEqualTo(4);
        assertThat(rejection.getJsonArray("problems")).hasSize(2);
        assertThat(rejection.getJsonArray("problems").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("parameter", "degree")
                        .put("message", "degree must be between 1 and 30, not 99"));
        assertThat(server.session.snapshot().version()).isEqualTo(1);
        assertThat(server.refused).hasSize(2);
    }

    @Test
    void aBrokenRuleBetweenParametersIsAnsweredAndToldOnce() throws Exception {
        LivePage page = server.page();

        page.set("{\"x.min\":5}", 9);

        assertThat(page.problems()).containsExactly("x.min must be less than x.max, not 5.0 and 1.0");
        assertThat(server.refused).hasSize(1);
        assertThat(server.session.snapshot().version()).isEqualTo(1);
    }

    @Test
    void junkIsAnsweredAndThePageLivesOn() throws Exception {
        LivePage page = server.page();

        assertThat(page.send("not json").problems()).singleElement().asString().startsWith("not JSON");
        assertThat(page.send("{\"type\":\"launch\"}").problems()).hasSize(1);
        assertThat(page.send("[1,2]").problems()).hasSize(1);
        assertThat(page.send("[".repeat(20_000)).problems()).hasSize(1);
        assertThat(page.set("{\"degree\":4}", 1).frameOf(1).getLong("version")).isEqualTo(2);
    }

    @Test
    void binaryIsRefused() throws Exception {
        assertThat(server.page().sendBinary(new byte[] {1, 2, 3}).closeCode()).isEqualTo(1003);
    }

    @Test
    void aMessageThatIsTooLongEndsTheSocket() throws Exception {
        LivePage page = server.page();
        page.send("{\"type\":\"set\",\"values\":{\"x\":\"" + "y".repeat(140_000) + "\"}}");

        assertThat(page.closeCode()).isEqualTo(1009);
        assertThat(server.session.snapshot().version()).isEqualTo(1);
    }

    @Test
    void moreThanAThousandMessagesInASecondEndTheSocket() throws Exception {
        LivePage page = server.page();
        for (int i = 0; i < LiveSocket.FRAMES_PER_SECOND; i++) {
            page.send("{\"type\":\"painted\",\"version\":1,\"micros\":[1]}");
        }
        server.nanos.addAndGet(1_000_000);
        page.send("{\"type\":\"painted\",\"version\":1,\"micros\":[1]}");
        page.send("{\"type\":\"painted\",\"version\":1,\"micros\":[1]}");

        assertThat(page.closeCode()).isEqualTo(1008);
        assertThat(server.paints).hasSizeLessThanOrEqualTo(LiveSocket.FRAMES_PER_SECOND + 2);
    }

    @Test
    void eachPaintIsToldInNanoseconds() throws Exception {
        server.page().send("{\"type\":\"painted\",\"version\":1,\"micros\":[5300,6100]}");

        assertThat(server.paints.poll(20, TimeUnit.SECONDS)).isEqualTo(5_300_000L);
        assertThat(server.paints.poll(20, TimeUnit.SECONDS)).isEqualTo(6_100_000L);
    }

    @Test
    void aPaintOfAFrameThatCannotBeIsNotCounted() throws Exception {
        LivePage page = server.page().send("{\"type\":\"painted\",\"version\":99,\"micros\":[5300]}");

        assertThat(page.problems()).containsExactly("there is no version 99 yet");
        assertThat(server.paints).isEmpty();
    }

    @Test
    void anotherOriginIsRefusedBeforeTheUpgrade() {
        for (String origin : new String[] {
            "http://evil.example", "http://127.0.0.1:1", "null", "", "http://" + server.authority() + ".evil.example"
        }) {
            assertThatThrownBy(() -> LivePage.open(server, server.tokens.issue(server.session), origin))
                    .as(origin)
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(403));
        }
    }

    @Test
    void aTokenOpensOneSocketOnly() throws Exception {
        String token = server.tokens.issue(server.session);
        server.page(token).hello();

        assertThat(server.page(token).closeCode()).isEqualTo(4401);
        assertThat(server.page("guess").closeCode()).isEqualTo(4401);
    }

    @Test
    void aLostSocketComesBackWithTheTokenOfItsGreetingAndSeesEverything() throws Exception {
        LivePage page = server.page();
        String next = page.hello().getString("token");
        page.set("{\"degree\":3}", 1).frameOf(1);
        page.vanish();

        LivePage again = server.page(next);

        JsonObject hello = again.hello();
        assertThat(hello.getLong("version")).isEqualTo(2);
        assertThat(hello.getString("token")).isNotEqualTo(next);
        JsonObject frame = again.frameOf(0);
        assertThat(frame.getJsonObject("outcomes").fieldNames()).contains("points", "fit");
    }

    @Test
    void aSocketEndsWithItsSession() throws Exception {
        LivePage page = server.page();
        String next = page.hello().getString("token");
        server.session.close();

        assertThat(page.closeCode()).isEqualTo(1001);
        server.tokens.revoke(server.session);
        assertThat(server.page(next).closeCode()).isEqualTo(4401);
    }

    @Test
    void aSessionOutlivesItsSocket() throws Exception {
        LivePage page = server.page();
        page.frameOf(0);
        page.vanish();

        Snapshot accepted = server.session.submit(Patch.of(ToyExperiment.DEGREE, 2), Pace.NOW);
        assertThat(accepted.version()).isEqualTo(2);
    }

    @Test
    void aPeerThatAnswersNoPingIsLetGo() throws Exception {
        server.close();
        server = new LiveServer(Duration.ofMillis(50));
        try (Socket deaf = handshake()) {
            assertThat(deaf.getInputStream().readAllBytes())
                    .startsWith("HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aBrokenFrameEndsTheSocket() throws Exception {
        byte[][] broken = {
            {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, // 4 GiB announced
            {(byte) 0x81, 0x02, 'h', 'i'}, // not masked
            {(byte) 0xF1, (byte) 0x80, 0, 0, 0, 0}, // reserved bits
        };
        for (byte[] frame : broken) {
            try (Socket socket = handshake()) {
                socket.getOutputStream().write(frame);
                socket.getInputStream().readAllBytes();
            }
        }
        assertThat(server.page().set("{\"degree\":4}", 1).frameOf(1).getLong("version"))
                .isEqualTo(2);
    }

    private Socket handshake() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port);
        socket.getOutputStream()
                .write(("GET /live?token=" + server.tokens.issue(server.session) + " HTTP/1.1\r\nHost: "
                                + server.authority() + "\r\nOrigin: http://" + server.authority()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void aRequestThatIsNoWebSocketIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.authority() + "/live"))
                .header("Origin", "http://" + server.authority())
                .build();

        assertThat(server.client
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(400);
    }
}
