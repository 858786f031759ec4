package org.interactiveml.streams.vertx;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.wire.ClientMessage;

/**
 * The live socket: {@code /live?token=…}, changes in as JSON text, frames out as binary messages.
 *
 * <p>A socket is opened only by a page of this server (header {@code Origin}; otherwise status 403, no upgrade) that holds a
 * one-time token (otherwise close code {@link #TOKEN_REFUSED}). Messages are bounded in size and rate; beyond that the socket
 * is closed with a reason. What a message gets wrong is answered with every problem, and nothing of it is applied.
 *
 * <p>Thread-safe: one route serves the routers of all event loops.
 */
public final class LiveRoute implements Handler<RoutingContext> {
    /** Where to mount it. */
    public static final String PATH = "/live";

    /** Close code: the page must be loaded again to get a token. */
    public static final short TOKEN_REFUSED = 4401;

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final Duration PING_EVERY = Duration.ofSeconds(15);

    private final LiveTokens tokens;
    private final RunListener runs;
    private final PaintListener paints;
    private final LongSupplier nanoTime;
    private final Duration pingEvery;

    /**
     * A route.
     *
     * @param runs hears of changes that a socket refused before they reached their session
     * @param paints hears of painted frames
     * @param nanoTime the time in nanoseconds
     */
    public LiveRoute(LiveTokens tokens, RunListener runs, PaintListener paints, LongSupplier nanoTime) {
        this(tokens, runs, paints, nanoTime, PING_EVERY);
    }

    LiveRoute(LiveTokens tokens, RunListener runs, PaintListener paints, LongSupplier nanoTime, Duration pingEvery) {
        this.tokens = tokens;
        this.runs = runs;
        this.paints = paints;
        this.nanoTime = nanoTime;
        this.pingEvery = pingEvery;
    }

    /**
     * What the server that mounts this route must be started with: bounded messages, and no compression, which costs more
     * than it saves on columns of doubles.
     */
    public static HttpServerOptions bounded(HttpServerOptions options) {
        return options.setMaxWebSocketFrameSize(ClientMessage.Limits.CHARACTERS)
                .setMaxWebSocketMessageSize(ClientMessage.Limits.CHARACTERS)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(2);
    }

    @Override
    public void handle(RoutingContext context) {
        if (!SameOrigin.isProved(context.request())) {
            context.response().setStatusCode(FORBIDDEN).end("a live socket is for pages of this server only\n");
            return;
        }
        if (!"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
            context.response().setStatusCode(BAD_REQUEST).end("this address is for WebSockets\n");
            return;
        }
        String token = context.request().getParam("token", "");
        Context loop = context.vertx().getOrCreateContext();
        context.request().toWebSocket().onSuccess(socket -> welcome(socket, loop, token));
    }

    private void welcome(ServerWebSocket socket, Context loop, String token) {
        Session session = tokens.redeem(token);
        if (session == null) {
            socket.close(TOKEN_REFUSED, "the token is unknown, used or too old: load the page again");
        } else {
            LiveSocket.serve(socket, loop, session, this);
        }
    }

    LiveTokens tokens() {
        return tokens;
    }

    RunListener runs() {
        return runs;
    }

    PaintListener paints() {
        return paints;
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    Duration pingEvery() {
        return pingEvery;
    }
}
