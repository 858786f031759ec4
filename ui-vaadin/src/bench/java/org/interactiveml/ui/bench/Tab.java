package org.interactiveml.ui.bench;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A tab of a Chromium, driven by the few commands that a drag needs. A test driver would listen to all that goes over the
 * page's sockets, and the browser would copy each frame for it, on the thread that draws. Its mouse moves on time whether or
 * not earlier moves have been dealt with; a driver that waits for the page would go easy on a slow one.
 */
final class Tab implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final long PERIOD_NANOS = 1_000_000_000 / 60;
    private static final long POLL_NANOS = 50_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger commands = new AtomicInteger();
    private final WebSocket socket;

    /** A new tab of a Chromium that listens for debuggers on a port of this machine. */
    Tab(int debuggingPort) throws IOException, InterruptedException {
        var create = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + debuggingPort + "/json/new"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String target = client.send(create, HttpResponse.BodyHandlers.ofString()).body();
        String url = JsonParser.parseString(target)
                .getAsJsonObject()
                .get("webSocketDebuggerUrl")
                .getAsString();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(url), new Answers())
                .join();
    }

    /** Opens an address, with a script that runs before anything on the page does. */
    void open(String url, String script) {
        call("Page.enable", Map.of());
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        call("Page.navigate", Map.of("url", url));
    }

    void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The value of an expression. */
    JsonElement evaluate(String expression) {
        JsonObject answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return Objects.requireNonNull(answer.getAsJsonObject("result").get("value"), expression);
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate(expression).getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("still not so: " + expression);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    void press(double x, double y) {
        mouse("mousePressed", x, y);
    }

    void release(double x, double y) {
        mouse("mouseReleased", x, y);
    }

    /** Where the mouse is at each move. */
    @FunctionalInterface
    interface Way {
        double x(int move);
    }

    /** Moves at 60 Hz along a horizontal line. */
    void move(int moves, Way way, double y) {
        long begin = System.nanoTime();
        for (int move = 0; move < moves; move++) {
            long due = begin + move * PERIOD_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            mouse("mouseMoved", way.x(move), y);
        }
    }

    private void mouse(String type, double x, double y) {
        send(
                commands.incrementAndGet(),
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        x,
                        "y",
                        y,
                        "button",
                        "left",
                        "buttons",
                        type.equals("mouseReleased") ? 0 : 1,
                        "clickCount",
                        type.equals("mouseMoved") ? 0 : 1));
    }

    private JsonObject call(String method, Map<String, ?> parameters) {
        int id = commands.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        send(id, method, parameters);
        try {
            JsonObject message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new IllegalStateException(method + ": " + message.get("error"));
            }
            return message.getAsJsonObject("result");
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(method, failure);
        }
    }

    private void send(int id, String method, Map<String, ?> parameters) {
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", GSON.toJsonTree(parameters));
        socket.sendText(message.toString(), true).join();
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                var waiting = message.has("id") ? answers.remove(message.get("id").getAsInt()) : null;
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
