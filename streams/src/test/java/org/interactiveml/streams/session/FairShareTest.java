package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.junit.jupiter.api.Test;

/** Sessions take turns, and cost nothing while they rest. */
class FairShareTest {
    private final VirtualTime time = new VirtualTime();
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .reads(Toy.ROWS, Toy.DEGREE)
            .computes(in -> {
                time.busy(in, in.get(Toy.ROWS));
                return in.get(Toy.DEGREE);
            })
            .reportedBy(Toy::show);
    private final Sessions oneWorker = Sessions.in(time.context(DebouncePolicy.standard(), RunListener.NONE));

    @Test
    void endlessSlowWorkOfOneSessionDelaysAnotherByNoMoreThanOneTurn() {
        Session slow = oneWorker.open(Toy.of(fit));
        Session fast = oneWorker.open(Toy.of(fit));
        time.pass(10);
        slow.submit(Patch.of(Toy.ROWS, 100), Pace.NOW);
        time.pass(200);
        for (int at = 1; at < 20_000; at += 5) {
            int degree = at;
            time.in(at, () -> slow.submit(Patch.of(Toy.DEGREE, degree), Pace.DRAG));
        }
        long[] longest = {0};
        for (int at = 37; at < 20_000; at += 370) {
            int degree = at;
            time.in(at, () -> {
                long asked = time.millis();
                fast.frames()
                        .filter(frame -> frame.snapshot().get(Toy.DEGREE) == degree)
                        .take(1)
                        .doOnNext(frame -> longest[0] = Math.max(longest[0], time.millis() - asked))
                        .test()
                        .assertNoErrors();
                fast.submit(Patch.of(Toy.DEGREE, degree), Pace.NOW);
            });
        }
        time.pass(21_000);

        assertThat(fast.superseded()).isZero();
        assertThat(longest[0]).isBetween(1L, 101L);
    }

    @Test
    void twoBusySessionsGetAsManyTurnsEach() {
        Heard heardOne = new Heard();
        Heard heardTwo = new Heard();
        for (Heard heard : new Heard[] {heardOne, heardTwo}) {
            Session busy =
                    Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(Toy.of(fit));
            time.pass(10);
            busy.submit(Patch.of(Toy.ROWS, 30), Pace.NOW);
            for (int at = 1; at < 10_000; at += 7) {
                int degree = at;
                time.in(at, () -> busy.submit(Patch.of(Toy.DEGREE, degree), Pace.DRAG));
            }
        }
        time.pass(9_000);

        assertThat(heardOne.frames).hasSizeGreaterThan(100);
        assertThat(Math.abs(heardOne.frames.size() - heardTwo.frames.size())).isLessThanOrEqualTo(3);
    }

    @Test
    void aClosedSessionLeavesNoAlarm() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        timer.setRemoveOnCancelPolicy(true);
        Stage<Fidelity> study = Stage.named("study", Phase.STUDY)
                .reads(Toy.DEGREE)
                .refining()
                .computes(in -> in.fidelity())
                .reportedBy(Toy::show);
        SessionContext virtual = time.context(DebouncePolicy.standard(), RunListener.NONE);
        Session session = Sessions.in(new SessionContext(
                        virtual.workers(),
                        Schedulers.from(timer),
                        virtual.nanoTime(),
                        virtual.policy(),
                        virtual.listener()))
                .open(Toy.of(study));
        time.work();
        session.submit(Patch.of(Toy.DEGREE, 2), Pace.DRAG);
        time.work();
        assertThat(timer.getQueue()).hasSize(1);

        session.close();
        assertThat(timer.getQueue()).isEmpty();
        timer.shutdownNow();
    }

    @Test
    void theProgramsOwnThreadsAreDaemonsAndGoWithIt() throws InterruptedException {
        Toy toy = Toy.of(Stage.named("thread", Phase.FIT)
                .computes(in -> Thread.currentThread())
                .reportedBy(thread -> Toy.show(thread.getName() + " " + thread.isDaemon())));
        Session session;
        try (Sessions own = Sessions.start(DebouncePolicy.standard(), RunListener.NONE)) {
            session = own.open(toy);
            assertThat(session.frames()
                            .timeout(30, TimeUnit.SECONDS)
                            .blockingFirst()
                            .at("thread"))
                    .hasValueSatisfying(report -> assertThat(report.toString()).contains("iml-worker-", "true"));
        }
        assertThat(session.frames().test().await(30, TimeUnit.SECONDS)).isTrue();
    }
}
