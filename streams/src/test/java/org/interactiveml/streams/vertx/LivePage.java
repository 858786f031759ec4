package org.interactiveml.streams.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a browser does, without one: collects what the server says and asks for it in order. */
final class LivePage {
    private static final long PATIENCE_SECONDS = 20;

    /** A text message, a binary message's header, or {@code {"closed":code,"reason":…}}. */
    private final BlockingQueue<JsonObject> heard;

    private final WebSocket socket;

    private LivePage(BlockingQueue<JsonObject> heard, WebSocket socket) {
        this.heard = heard;
        this.socket = socket;
    }

    /** Opens a socket; an empty origin is none. Throws the client's own exception where the server refuses. */
    static LivePage open(LiveServer server, String token, String origin) throws Exception {
        BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        WebSocket.Builder builder = server.client.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        try {
            WebSocket socket = builder.buildAsync(
                            URI.create("ws://" + server.authority() + LiveRoute.PATH + "?token=" + token),
                            new Ear(heard))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new LivePage(heard, socket);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        }
    }

    LivePage send(String message) throws Exception {
        socket.sendText(message, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    LivePage sendBinary(byte[] message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    LivePage set(String values, long input) throws Exception {
        return send("{\"type\":\"set\",\"values\":%s,\"input\":%d,\"pace\":\"now\"}".formatted(values, input));
    }

    /** Goes away without a word. */
    void vanish() {
        socket.abort();
    }

    JsonObject next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "the server says nothing");
    }

    JsonObject hello() throws InterruptedException {
        JsonObject hello = next();
        assertThat(hello.getString("type")).isEqualTo("hello");
        return hello;
    }

    JsonObject rejection() throws InterruptedException {
        return nextWith("problems");
    }

    List<String> problems() throws InterruptedException {
        JsonArray problems = rejection().getJsonArray("problems");
        return problems.stream()
                .map(problem -> ((JsonObject) problem).getString("message"))
                .toList();
    }

    /** The header of the first complete frame that contains an input. */
    JsonObject frameOf(long input) throws InterruptedException {
        JsonObject frame = nextWith("outcomes");
        while (frame.getLong("input") < input || !frame.getBoolean("complete")) {
            frame = nextWith("outcomes");
        }
        return frame;
    }

    int closeCode() throws InterruptedException {
        return nextWith("closed").getInteger("closed");
    }

    private JsonObject nextWith(String key) throws InterruptedException {
        JsonObject message = next();
        while (!message.containsKey(key)) {
            message = next();
        }
        return message;
    }

    /** Puts messages together and queues them. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> heard;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

        Ear(BlockingQueue<JsonObject> heard) {
            this.heard = heard;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            binary.writeBytes(part);
            if (last) {
                ByteBuffer frame = ByteBuffer.wrap(binary.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
                heard.add(new JsonObject(new String(frame.array(), 8, frame.getInt(4), StandardCharsets.UTF_8)));
                binary.reset();
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(new JsonObject().put("closed", code).put("reason", reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            heard.add(new JsonObject().put("closed", 1006).put("reason", String.valueOf(error)));
        }
    }
}
