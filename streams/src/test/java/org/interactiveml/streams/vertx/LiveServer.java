package org.interactiveml.streams.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;

/** A real server with one live session over the toy experiment. The clock of tokens and rates moves only by hand. */
final class LiveServer implements AutoCloseable {
    final AtomicLong nanos = new AtomicLong();
    final BlockingQueue<Long> paints = new LinkedBlockingQueue<>();
    final BlockingQueue<Problem> refused = new LinkedBlockingQueue<>();
    final LiveTokens tokens = new LiveTokens(new SecureRandom(), nanos::get);
    final Session session;
    final int port;
    final HttpClient client = HttpClient.newHttpClient();
    private final Sessions sessions;
    private final Vertx vertx = Vertx.vertx();

    LiveServer() {
        this(Duration.ofSeconds(15));
    }

    LiveServer(Duration pingEvery) {
        RunListener listener = new RunListener() {
            @Override
            public void rejected(Experiment experiment, List<Problem> problems) {
                refused.addAll(problems);
            }
        };
        sessions = Sessions.start(DebouncePolicy.standard(), listener);
        session = sessions.open(new ToyExperiment());
        Router router = Router.router(vertx);
        router.route(LiveRoute.PATH)
                .handler(
                        new LiveRoute(tokens, listener, (experiment, time) -> paints.add(time), nanos::get, pingEvery));
        port = vertx.createHttpServer(LiveRoute.bounded(new HttpServerOptions().setHttp2ClearTextEnabled(false)))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    String authority() {
        return "127.0.0.1:" + port;
    }

    /** A page that opens its socket as it should. */
    LivePage page() throws Exception {
        return page(tokens.issue(session));
    }

    LivePage page(String token) throws Exception {
        return LivePage.open(this, token, "http://" + authority());
    }

    @Override
    public void close() {
        sessions.close();
        vertx.close().await();
        client.shutdownNow();
    }
}
