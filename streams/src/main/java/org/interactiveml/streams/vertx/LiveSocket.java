package org.interactiveml.streams.vertx;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.wire.ClientMessage;
import org.interactiveml.streams.wire.FrameEncoder;
import org.interactiveml.streams.wire.ServerMessage;

/** One open live socket: changes in, frames out. Lives on the event loop of its connection. */
final class LiveSocket {
    /** A browser sends one per display refresh and control; ten times that is no browser. */
    static final int FRAMES_PER_SECOND = 1_000;

    private static final short GOING_AWAY = 1001;
    private static final short PROTOCOL_ERROR = 1002;
    private static final short TEXT_ONLY = 1003;
    private static final short POLICY = 1008;
    private static final short TOO_BIG = 1009;
    private static final long MICRO = 1_000;

    private final ServerWebSocket socket;
    private final Context loop;
    private final Session session;
    private final LiveRoute route;
    private final TokenBucket rate;
    private final InputLog inputs;
    private final FrameOutlet outlet;
    private boolean heard = true;
    private boolean ended;

    private LiveSocket(ServerWebSocket socket, Context loop, Session session, LiveRoute route) {
        this.socket = socket;
        this.loop = loop;
        this.session = session;
        this.route = route;
        this.rate = new TokenBucket(FRAMES_PER_SECOND, route.nanoTime());
        this.inputs = new InputLog(route.nanoTime());
        this.outlet = new FrameOutlet(
                socket,
                loop,
                new FrameEncoder(session.experiment().plan()),
                frame -> inputs.delivery(frame, session.superseded()));
    }

    /** Greets the peer and serves it until either side closes. On the socket's event loop. */
    static void serve(ServerWebSocket socket, Context loop, Session session, LiveRoute route) {
        new LiveSocket(socket, loop, session, route).open();
    }

    private void open() {
        String returnToken = route.tokens().hold(session);
        long pings = loop.owner().setPeriodic(route.pingEvery().toMillis(), id -> ping());
        socket.closeHandler(closed -> {
            outlet.dispose();
            loop.owner().cancelTimer(pings);
            route.tokens().release(returnToken);
        });
        socket.exceptionHandler(this::fail);
        socket.frameHandler(frame -> count());
        socket.pongHandler(pong -> heard = true);
        socket.binaryMessageHandler(junk -> end(TEXT_ONLY, "only text is understood here"));
        socket.textMessageHandler(this::receive);
        send(new ServerMessage.Hello(session.experiment().id(), returnToken, session.snapshot()));
        // The first frame is there already and comes to whoever subscribes: a worker, since it is then encoded.
        loop.executeBlocking(() -> session.frames().subscribeWith(outlet), false);
    }

    private void count() {
        heard = true;
        if (!rate.admits()) {
            end(POLICY, "at most " + FRAMES_PER_SECOND + " messages per second");
        }
    }

    /** Vert.x reports a message over its limit as an illegal state, and leaves it and broken frames to us to close. */
    private void fail(Throwable broken) {
        if (broken instanceof IllegalStateException) {
            end(TOO_BIG, "at most " + ClientMessage.Limits.CHARACTERS + " bytes per message");
        } else {
            end(PROTOCOL_ERROR, "broken");
        }
    }

    /** Half a connection would otherwise stay until the system gives up on it, which takes hours. */
    private void ping() {
        if (heard) {
            heard = false;
            socket.writePing(Buffer.buffer());
        } else {
            end(GOING_AWAY, "no answer");
        }
    }

    /** Says why and listens to nothing more. */
    private void end(short code, String reason) {
        ended = true;
        outlet.dispose();
        socket.close(code, reason);
    }

    private void receive(String text) {
        if (ended) {
            return;
        }
        ClientMessage message;
        try {
            message = ClientMessage.read(text);
        } catch (InvalidInputException unreadable) {
            reject(0, unreadable.problems());
            return;
        }
        switch (message) {
            case ClientMessage.Change change -> change(change);
            case ClientMessage.Painted painted -> painted(painted);
        }
    }

    private void change(ClientMessage.Change change) {
        Patch patch;
        try {
            patch = session.experiment().parameters().read(change.values());
        } catch (InvalidInputException invalid) {
            route.runs().rejected(session.experiment(), invalid.problems());
            reject(change.input(), invalid.problems());
            return;
        }
        try {
            Pace pace = change.dragging() ? Pace.DRAG : Pace.NOW;
            inputs.submit(change.input(), () -> session.submit(patch, pace));
        } catch (InvalidInputException invalid) {
            reject(change.input(), invalid.problems()); // the session has told the listener
        } catch (IllegalStateException ended) {
            end(GOING_AWAY, "the session has ended");
        }
    }

    private void painted(ClientMessage.Painted painted) {
        if (painted.version() > session.snapshot().version()) {
            reject(0, List.of(new Problem("version", "there is no version " + painted.version() + " yet")));
        } else {
            for (long micros : painted.micros()) {
                route.paints().painted(session.experiment(), micros * MICRO);
            }
        }
    }

    private void reject(long input, List<Problem> problems) {
        if (socket.writeQueueFull()) {
            end(POLICY, "answers are not being read");
        } else {
            send(new ServerMessage.Rejected(input, problems));
        }
    }

    private void send(ServerMessage message) {
        socket.writeTextMessage(message.json());
    }
}
