package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The promises of a session between real threads. */
class RaceTest {
    private static final int ROUNDS = 300;
    private static final int CHANGES = 60;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService users = Executors.newFixedThreadPool(3);
    private final Heard heard = new Heard();
    private final Sessions sessions = Sessions.in(new SessionContext(
            Schedulers.from(pool, false, true),
            Schedulers.from(timer),
            System::nanoTime,
            DebouncePolicy.standard(),
            heard));

    private final AtomicInteger threadsInside = new AtomicInteger();
    private final AtomicInteger mostThreadsInside = new AtomicInteger();

    private final Stage<Integer> data = Stage.named("data", Phase.DATA)
            .reads(Toy.ROWS)
            .computes(in -> {
                mostThreadsInside.accumulateAndGet(threadsInside.incrementAndGet(), Math::max);
                try {
                    long spent = 0;
                    while (spent < in.get(Toy.ROWS) % 20_000) {
                        in.cancellation().check();
                        spent++;
                    }
                } finally {
                    threadsInside.decrementAndGet();
                }
                return in.get(Toy.ROWS);
            });
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .after(data)
            .reads(Toy.DEGREE)
            .computes(in -> in.get(data) + in.get(Toy.DEGREE))
            .reportedBy(Toy::show);
    private final Toy toy = Toy.of(data, fit);

    @AfterEach
    void stop() {
        pool.shutdownNow();
        timer.shutdownNow();
        users.shutdownNow();
    }

    @Test
    void theLastStateArrivesAtFastAndSlowSubscribersWhateverTheInterleaving() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            Session session = sessions.open(toy);
            TestSubscriber<Frame> fast = session.frames().test();
            TestSubscriber<Frame> slow = session.frames()
                    .observeOn(Schedulers.computation(), false, 1)
                    .doOnNext(frame -> dawdle(20_000))
                    .test();
            TestSubscriber<Snapshot> states = session.snapshots().test();
            together(round, session);

            Snapshot last = session.snapshot();
            assertThat(last.version()).isEqualTo(1 + 2 * CHANGES);
            Frame settled = session.frames()
                    .filter(frame -> frame.version() == last.version() && frame.complete())
                    .timeout(30, TimeUnit.SECONDS)
                    .blockingFirst();
            assertThat(settled.snapshot()).isSameAs(last);
            slow.awaitCount(1);
            session.close();
            assertThat(slow.await(30, TimeUnit.SECONDS)).isTrue();
            fast.assertComplete();
            for (TestSubscriber<Frame> subscriber : List.of(fast, slow)) {
                checkVersions(
                        round, subscriber.values().stream().map(Frame::version).toList(), last.version());
                subscriber.values().forEach(frame -> checkWhole(round, frame));
            }
            checkVersions(round, states.values().stream().map(Snapshot::version).toList(), last.version());
        }
        checkEndings(2L * CHANGES * ROUNDS);
    }

    /** Two users change things at once, in a seeded mixture of paces. */
    private void together(int round, Session session) throws Exception {
        CountDownLatch start = new CountDownLatch(2);
        List<Future<?>> both = new ArrayList<>();
        for (int user = 0; user < 2; user++) {
            Random random = new Random(1000L * round + user);
            both.add(users.submit(() -> {
                start.countDown();
                start.await();
                for (int change = 0; change < CHANGES; change++) {
                    Patch patch = Patch.of(random.nextBoolean() ? Toy.ROWS : Toy.DEGREE, random.nextInt(50_000));
                    session.submit(patch, random.nextBoolean() ? Pace.NOW : Pace.DRAG);
                    if (random.nextInt(3) == 0) {
                        dawdle(random.nextInt(2000));
                    }
                }
                return null;
            }));
        }
        for (Future<?> user : both) {
            user.get(30, TimeUnit.SECONDS);
        }
    }

    /** Uses up a little time without asking the clock. */
    private static void dawdle(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }

    private static void checkVersions(int round, List<Long> versions, long last) {
        assertThat(versions).as("round %d", round).isSorted();
        assertThat(versions.getLast()).as("round %d", round).isEqualTo(last);
    }

    private void checkWhole(int round, Frame frame) {
        int whole = frame.snapshot().get(Toy.ROWS) + frame.snapshot().get(Toy.DEGREE);
        assertThat(frame.outcome(fit)).as("round %d", round).contains(new Outcome.Ready<>(whole));
    }

    private void checkEndings(long changes) throws InterruptedException {
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        long ended = 0;
        for (Ending how : Ending.values()) {
            ended += heard.count(how);
        }
        assertThat(heard.accepted).hasSize((int) changes);
        assertThat(ended).isEqualTo(changes);
        assertThat(heard.count(Ending.FAILED)).isZero();
        assertThat(heard.count(Ending.RUN))
                .isEqualTo(heard.frames.stream()
                        .filter(frame -> frame.complete() && frame.version() > 1)
                        .count());
    }

    @Test
    void closingInTheMiddleEndsEveryChangeOnceAndEveryFlow() throws Exception {
        long accepted = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            Session session = sessions.open(toy);
            TestSubscriber<Frame> frames = session.frames().test();
            Random random = new Random(round);
            Future<Integer> user = users.submit(() -> changesUntilClosed(session, random));
            dawdle(random.nextInt(20_000));
            session.close();
            accepted += user.get(30, TimeUnit.SECONDS);
            assertThat(frames.await(30, TimeUnit.SECONDS)).as("round %d", round).isTrue();
            frames.assertNoErrors();
        }
        checkEndings(accepted);
        assertThat(timer.getQueue()).isEmpty();
    }

    private static int changesUntilClosed(Session session, Random random) {
        int accepted = 0;
        try {
            while (accepted < 10_000) {
                session.submit(Patch.of(Toy.ROWS, random.nextInt(50_000)), Pace.DRAG);
                accepted++;
            }
        } catch (IllegalStateException closed) {
            assertThat(closed).hasMessage("the session is closed");
        }
        return accepted;
    }

    @Test
    void aSessionNeverHoldsMoreThanOneThread() throws Exception {
        Session session = sessions.open(toy);
        for (int round = 0; round < 50; round++) {
            together(round, session);
        }
        assertThat(mostThreadsInside).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void aSubscriberThatStandsStillDoesNotHoldUpTheOthers() throws Exception {
        Session session = sessions.open(toy);
        CountDownLatch release = new CountDownLatch(1);
        TestSubscriber<Frame> stuck = session.frames()
                .observeOn(Schedulers.single(), false, 1)
                .doOnNext(frame -> release.await())
                .test();
        for (int degree = 2; degree < 500; degree++) {
            int wanted = degree;
            session.submit(Patch.of(Toy.DEGREE, degree), Pace.NOW);
            Flowable<Frame> arrives =
                    session.frames().filter(frame -> frame.snapshot().get(Toy.DEGREE) == wanted);
            assertThat(arrives.timeout(30, TimeUnit.SECONDS).blockingFirst().fidelity())
                    .isEqualTo(Fidelity.FULL);
        }
        release.countDown();
        session.close();

        assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stuck.values()).hasSizeLessThan(10);
        assertThat(stuck.values().getLast().snapshot()).isSameAs(session.snapshot());
    }
}
