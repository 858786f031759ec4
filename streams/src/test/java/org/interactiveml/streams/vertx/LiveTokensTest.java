package org.interactiveml.streams.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTokensTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // a clock may overflow
    private final LiveTokens tokens = new LiveTokens(new SecureRandom(), nanos::get);
    private final Sessions sessions = Sessions.start(DebouncePolicy.standard(), RunListener.NONE);
    private final Session session = sessions.open(new ToyExperiment());

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void aTokenHas128BitsAndIsSafeInALink() {
        assertThat(tokens.issue(session)).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(tokens.issue(session));
    }

    @Test
    void aTokenIsGoodOnce() {
        String token = tokens.issue(session);

        assertThat(tokens.redeem(token)).isSameAs(session);
        assertThat(tokens.redeem(token)).isNull();
    }

    @Test
    void anUnusedTokenExpires() {
        String token = tokens.issue(session);
        String late = tokens.issue(session);
        nanos.addAndGet(LiveTokens.FIRST_USE.toNanos() - 1);
        assertThat(tokens.redeem(token)).isSameAs(session);

        nanos.addAndGet(1);
        assertThat(tokens.redeem(late)).isNull();
    }

    @Test
    void aHeldTokenLastsAsLongAsItsSocketAndAWhileAfter() {
        String token = tokens.hold(session);
        String late = tokens.hold(session);
        nanos.addAndGet(LiveTokens.RETURN.toNanos() * 10);
        tokens.release(token);
        tokens.release(late);
        nanos.addAndGet(LiveTokens.RETURN.toNanos() - 1);
        assertThat(tokens.redeem(token)).isSameAs(session);

        nanos.addAndGet(1);
        assertThat(tokens.redeem(late)).isNull();
    }

    @Test
    void aUsedTokenStaysUsedWhenItsSocketCloses() {
        String token = tokens.hold(session);
        tokens.redeem(token);
        tokens.release(token);

        assertThat(tokens.redeem(token)).isNull();
    }

    @Test
    void revokingForgetsAllTokensOfTheSessionAndNoOther() {
        Session other = sessions.open(new ToyExperiment());
        String mine = tokens.issue(session);
        String held = tokens.hold(session);
        String theirs = tokens.issue(other);
        tokens.revoke(session);

        assertThat(tokens.redeem(mine)).isNull();
        assertThat(tokens.redeem(held)).isNull();
        assertThat(tokens.redeem(theirs)).isSameAs(other);
    }

    @Test
    void theOldestTokenGivesWayWhenThereAreTooMany() {
        String oldest = tokens.issue(session);
        String second = tokens.issue(session);
        for (int i = 2; i <= LiveTokens.CAPACITY; i++) {
            tokens.issue(session);
        }

        assertThat(tokens.redeem(oldest)).isNull();
        assertThat(tokens.redeem(second)).isSameAs(session);
    }
}
