package org.interactiveml.streams.vertx;

import static java.lang.System.Logger.Level.ERROR;

import io.reactivex.rxjava3.subscribers.DisposableSubscriber;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.streams.wire.FrameEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Carries a session's frames to one socket, latest wins: while one message is on its way to the peer, only the newest frame
 * waits. So a slow reader costs one frame of memory and is sent no stale one.
 *
 * <p>A frame is encoded on the thread that computed it, or on a worker where it had to wait, never on the event loop. It is
 * written on the event loop, where alone no other message can come between the parts of a large one.
 */
final class FrameOutlet extends DisposableSubscriber<Frame> {
    private static final System.Logger LOG = System.getLogger(FrameOutlet.class.getName());
    private static final short INTERNAL_ERROR = 1011;
    private static final short GOING_AWAY = 1001;

    private final ServerWebSocket socket;
    private final Context loop;
    private final FrameEncoder encoder;
    private final Function<Frame, FrameEncoder.Delivery> deliveries;
    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    FrameOutlet(
            ServerWebSocket socket,
            Context loop,
            FrameEncoder encoder,
            Function<Frame, FrameEncoder.Delivery> deliveries) {
        this.socket = socket;
        this.loop = loop;
        this.encoder = encoder;
        this.deliveries = deliveries;
    }

    @Override
    public void onNext(Frame frame) {
        newest.set(frame);
        send();
    }

    /** Whoever turns {@code sending} on has the encoder to itself until the message is written. */
    private void send() {
        while (newest.get() != null && !isDisposed() && sending.compareAndSet(false, true)) {
            Frame frame = newest.getAndSet(null);
            if (frame != null) {
                encodeAndWrite(frame);
                return;
            }
            sending.set(false);
        }
    }

    private void encodeAndWrite(Frame frame) {
        byte[] message;
        try {
            message = encoder.encode(frame, deliveries.apply(frame));
        } catch (RuntimeException bug) {
            LOG.log(ERROR, "a frame of version " + frame.version() + " cannot be sent", bug);
            close(INTERNAL_ERROR, "a frame could not be written");
            return;
        }
        loop.runOnContext(
                now -> socket.writeBinaryMessage(Buffer.buffer(message)).onSuccess(done -> written()));
    }

    private void written() {
        sending.set(false);
        if (newest.get() != null) {
            loop.executeBlocking(
                    () -> {
                        send();
                        return null;
                    },
                    false);
        }
    }

    @Override
    public void onError(Throwable bug) {
        LOG.log(ERROR, "the frames of a session ended with an error", bug);
        close(INTERNAL_ERROR, "the session has failed");
    }

    @Override
    public void onComplete() {
        close(GOING_AWAY, "the session has ended");
    }

    private void close(short code, String reason) {
        dispose();
        loop.runOnContext(now -> socket.close(code, reason));
    }
}
