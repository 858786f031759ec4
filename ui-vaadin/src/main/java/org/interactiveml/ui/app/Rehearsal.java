package org.interactiveml.ui.app;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;
import org.interactiveml.streams.vertx.LiveRoute;
import org.interactiveml.streams.vertx.LiveTokens;

/**
 * A drag before the first visitor's: the program connects to its own live socket and moves a slider for a few seconds.
 *
 * <p>The virtual machine compiles a method well only after some thousand calls, in the background, with all the processors
 * it can get. Sixty calls a second would spread that over the first minute of dragging, and each compilation would delay the
 * frames of its time by tens of milliseconds on a small machine. Nobody's meters hear of it.
 */
final class Rehearsal {
    /** Enough for the compiler to be done with what a drag runs through. */
    static final int MOVES = 4_000;

    private static final int LARGEST_FRAME = 1 << 24;
    private static final long PERIOD_MILLIS = 2;
    private static final int PLACES = 100;
    private static final int MOVES_PER_MODEL = 400;
    private static final String[] MODELS = {"lasso", "ols", "ridge", "elastic-net"};

    private final Vertx vertx;
    private final LiveTokens tokens;

    Rehearsal(Vertx vertx, LiveTokens tokens) {
        this.vertx = vertx;
        this.tokens = tokens;
    }

    /** Begins on the program's own public port and returns at once; the future holds how many frames came back. */
    Future<Integer> begin(Experiment experiment, Listening listening, int moves) {
        Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE);
        Session session = sessions.open(experiment, experiment.parameters().defaults(), experiment.viewed());
        WebSocketClient client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(LARGEST_FRAME).setMaxMessageSize(LARGEST_FRAME));
        var options = new WebSocketConnectOptions()
                .setHost(listening.host())
                .setPort(listening.port())
                .setURI(LiveRoute.PATH + "?token=" + tokens.issue(session))
                .addHeader("Origin", listening.url().replaceFirst("/$", ""));
        return client.connect(options).compose(socket -> drag(socket, moves)).onComplete(ended -> {
            tokens.revoke(session);
            sessions.close();
            client.close();
        });
    }

    private Future<Integer> drag(WebSocket socket, int moves) {
        AtomicInteger heard = new AtomicInteger();
        Promise<Integer> ended = Promise.promise();
        socket.binaryMessageHandler(frame -> {
            if (heard.getAndIncrement() == 0) {
                move(socket, moves);
            }
        });
        socket.closeHandler(closed -> ended.complete(heard.get()));
        return ended.future();
    }

    private void move(WebSocket socket, int moves) {
        AtomicInteger sent = new AtomicInteger();
        vertx.setPeriodic(PERIOD_MILLIS, timer -> {
            if (sent.get() < moves && !socket.isClosed()) {
                socket.writeTextMessage(message(sent.getAndIncrement()));
            } else {
                vertx.cancelTimer(timer);
                socket.close();
            }
        });
    }

    private static String message(int move) {
        String model = move % MOVES_PER_MODEL == 0
                ? "\"model\":\"%s\",\"degree\":10,".formatted(MODELS[move / MOVES_PER_MODEL % MODELS.length])
                : "";
        return String.format(
                Locale.ROOT,
                "{\"type\":\"set\",\"values\":{%s\"noise.magnitude\":%.2f},\"input\":%d,\"pace\":\"drag\"}",
                model,
                0.05 * (move % PLACES),
                move + 1);
    }
}
