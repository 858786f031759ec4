package org.interactiveml.ui.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.locks.LockSupport;

/**
 * The mouse of a browser's first page, moved through the browser process as a real one is. Moves are sent on time whether or
 * not earlier ones have been dealt with; a driver that waits for the page would go easy on a slow one.
 */
final class Mouse implements AutoCloseable {
    private static final long PERIOD_NANOS = 1_000_000_000 / 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private int command;

    /** A mouse for a Chromium that listens for debuggers on a port of this machine. */
    Mouse(int debuggingPort) throws IOException, InterruptedException {
        var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + debuggingPort + "/json/list"))
                .build();
        String targets = client.send(list, HttpResponse.BodyHandlers.ofString()).body();
        for (var target : JsonParser.parseString(targets).getAsJsonArray()) {
            if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
                String url = target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString();
                socket = client.newWebSocketBuilder()
                        .buildAsync(URI.create(url), new WebSocket.Listener() {})
                        .join();
                return;
            }
        }
        throw new IllegalStateException("the browser has no page");
    }

    void press(double x, double y) {
        send("mousePressed", x, y);
    }

    void release(double x, double y) {
        send("mouseReleased", x, y);
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
            send("mouseMoved", way.x(move), y);
        }
    }

    private void send(String type, double x, double y) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("type", type);
        parameters.addProperty("x", x);
        parameters.addProperty("y", y);
        parameters.addProperty("button", "left");
        parameters.addProperty("buttons", type.equals("mouseReleased") ? 0 : 1);
        parameters.addProperty("clickCount", type.equals("mouseMoved") ? 0 : 1);
        JsonObject message = new JsonObject();
        message.addProperty("id", ++command);
        message.addProperty("method", "Input.dispatchMouseEvent");
        message.add("params", parameters);
        socket.sendText(message.toString(), true).join();
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }
}
