package org.interactiveml.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.atmosphere.cpr.AtmosphereFramework;
import org.atmosphere.cpr.DefaultBroadcasterFactory;
import org.atmosphere.cpr.Deliver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LosslessBroadcasterTest {
    private static final int PATIENCE_SECONDS = 20;

    private final AtmosphereFramework framework = new AtmosphereFramework(false, false);
    private Recording broadcaster;

    /** Keeps what would be written to a page. Made by Atmosphere, which wants it public. */
    public static final class Recording extends LosslessBroadcaster {
        final BlockingQueue<Object> written = new LinkedBlockingQueue<>();

        @Override
        protected void push(Deliver news) {
            written.add(news.getMessage());
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what is written tells
        void tell(Object news) {
            broadcast(news);
        }

        /**
         * Once no thread is at work, ends as Atmosphere's own does after having found nothing: the news come before it is
         * counted out.
         */
        void endWhile(Object news) {
            while (dispatchThread.get() != 0) {
                Thread.onSpinWait();
            }
            dispatchThread.set(1);
            lookingAgain(() -> {
                        tell(news);
                        dispatchThread.decrementAndGet();
                    })
                    .run();
        }
    }

    @BeforeEach
    void start() {
        var factory = new DefaultBroadcasterFactory();
        factory.configure(Recording.class, "NEVER", framework.getAtmosphereConfig());
        framework.setBroadcasterFactory(factory);
        broadcaster = factory.get(Recording.class, "pages");
    }

    @AfterEach
    void stop() {
        framework.destroy();
    }

    @Test
    void newsAreWrittenInTheirOrder() throws InterruptedException {
        for (int news = 0; news < 100; news++) {
            broadcaster.tell(news);
        }
        for (int news = 0; news < 100; news++) {
            assertThat(broadcaster.written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(news);
        }
    }

    @Test
    @Timeout(2 * PATIENCE_SECONDS)
    void newsThatComeWhileTheThreadEndsDoNotWaitForTheNext() throws InterruptedException {
        broadcaster.tell("first");
        assertThat(broadcaster.written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
        broadcaster.endWhile("late");
        assertThat(broadcaster.written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("late");
        assertThat(broadcaster.written).isEmpty();
    }
}
