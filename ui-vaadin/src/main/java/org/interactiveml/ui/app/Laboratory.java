package org.interactiveml.ui.app;

import java.security.SecureRandom;
import java.util.List;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Sessions;
import org.interactiveml.streams.vertx.LiveRoute;
import org.interactiveml.streams.vertx.LiveTokens;
import org.interactiveml.streams.vertx.PaintListener;

/** Puts the parts of the served program together: sessions, the live socket, meters, pages. */
final class Laboratory {
    private Laboratory() {}

    /** What the servers serve. */
    static Site site() {
        RunListener runs = new RunListener() {};
        PaintListener paints = (experiment, nanos) -> {};
        Sessions sessions = Sessions.start(DebouncePolicy.standard(), runs);
        LiveTokens tokens = new LiveTokens(new SecureRandom(), System::nanoTime);
        LiveRoute live = new LiveRoute(tokens, runs, paints, System::nanoTime);
        return new Site(router -> router.get(LiveRoute.PATH).handler(live), router -> {}, List.of(sessions, tokens));
    }
}
