package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.List;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.Test;

/** What a session promises about patches, frames and errors; all in virtual time and with instant stages. */
class SessionTest {
    private final VirtualTime time = new VirtualTime();
    private final Heard heard = new Heard();

    private final Stage<Integer> data =
            Stage.named("data", Phase.DATA).reads(Toy.ROWS).computes(in -> in.get(Toy.ROWS));
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .after(data)
            .reads(Toy.DEGREE)
            .computes(in -> {
                int degree = in.get(Toy.DEGREE);
                if (degree == 13) {
                    throw new Infeasible("13 is not allowed");
                }
                if (degree == 99) {
                    throw new IllegalStateException("a mistake");
                }
                return 100 * in.get(data) + degree;
            })
            .reportedBy(Toy::show);
    private final Toy toy = Toy.of(data, fit);
    private final Session session =
            Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(toy);
    private final TestSubscriber<Frame> frames = session.frames().test();

    private List<Long> versions() {
        return frames.values().stream().map(Frame::version).toList();
    }

    private Frame last() {
        return frames.values().getLast();
    }

    @Test
    void theStateItStartsInIsRunAndIsNoChange() {
        time.work();

        assertThat(last().outcome(fit)).contains(new Outcome.Ready<>(101));
        assertThat(last().fidelity()).isEqualTo(Fidelity.FULL);
        assertThat(heard.endings()).isEmpty();
    }

    @Test
    void aPatchTouchingDataAndModelGivesExactlyOneFrame() {
        time.work();
        session.submit(Patch.of(Toy.ROWS, 2).and(Patch.of(Toy.DEGREE, 3)), Pace.DRAG);
        time.pass(1000);

        assertThat(versions()).containsExactly(1L, 2L);
        assertThat(last().outcome(fit)).contains(new Outcome.Ready<>(203));
    }

    @Test
    void submittingComputesNothingOnTheCaller() {
        time.work();
        Snapshot after = session.submit(Patch.of(Toy.ROWS, 2), Pace.NOW);

        assertThat(after.version()).isEqualTo(2);
        assertThat(session.snapshot()).isSameAs(after);
        assertThat(versions()).containsExactly(1L);
    }

    @Test
    void ofSeveralChangesBeforeAThreadIsFreeOnlyTheNewestRuns() {
        time.work();
        for (int degree = 2; degree <= 6; degree++) {
            session.submit(Patch.of(Toy.DEGREE, degree), Pace.DRAG);
        }
        time.pass(1000);

        assertThat(versions()).containsExactly(1L, 6L);
        assertThat(heard.count(Ending.SUPERSEDED)).isEqualTo(4);
        assertThat(heard.count(Ending.RUN)).isEqualTo(1);
        assertThat(session.superseded()).isEqualTo(4);
    }

    @Test
    void aPatchThatBreaksARuleBetweenParametersChangesNothing() {
        time.work();
        Snapshot before = session.snapshot();

        assertThatThrownBy(() -> session.submit(Patch.of(Toy.ROWS, 7).and(Patch.of(Toy.LOW, 2000)), Pace.NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("low must be at most high (1000), not 2000");
        time.pass(1000);

        assertThat(session.snapshot()).isSameAs(before);
        assertThat(versions()).containsExactly(1L);
        assertThat(heard.rejected).hasSize(1);
        assertThat(heard.accepted).isEmpty();
    }

    @Test
    void aRefusedPatchIsFollowedByTheNextVersion() {
        assertThatThrownBy(() -> session.submit(Patch.of(Toy.LOW, 2000), Pace.NOW))
                .isInstanceOf(InvalidInputException.class);

        assertThat(session.submit(Patch.of(Toy.LOW, 10), Pace.NOW).version()).isEqualTo(2);
    }

    @Test
    void aSessionDoesNotStartInAStateThatBreaksARule() {
        Snapshot broken = toy.parameters().defaults().with(Patch.of(Toy.HIGH, -1));

        assertThatThrownBy(() -> Sessions.in(time.context(DebouncePolicy.standard(), heard))
                        .open(toy, broken))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatCannotBeComputedIsAnOutcomeAndTheStreamLivesOn() {
        session.submit(Patch.of(Toy.DEGREE, 13), Pace.NOW);
        time.work();
        assertThat(last().outcome(fit)).contains(new Outcome.Failed<>("fit", List.of("13 is not allowed")));

        session.submit(Patch.of(Toy.DEGREE, 14), Pace.NOW);
        time.work();
        assertThat(last().outcome(fit)).contains(new Outcome.Ready<>(114));
        assertThat(heard.endings()).containsEntry(2L, List.of(Ending.FAILED)).containsEntry(3L, List.of(Ending.RUN));
        frames.assertNotComplete().assertNoErrors();
    }

    @Test
    void aChangeRecomputesOnlyWhatItTouches() {
        time.work();
        session.submit(Patch.of(Toy.DEGREE, 2), Pace.NOW);
        time.work();

        assertThat(heard.stages).containsExactly("data@1", "fit@1", "fit@2");
    }

    @Test
    void aLateSubscriberGetsTheLastFrameAtOnce() {
        session.submit(Patch.of(Toy.DEGREE, 2), Pace.NOW);
        time.work();

        session.frames().test().assertValueCount(1).assertValue(last());
        session.snapshots().test().assertValueCount(1).assertValue(session.snapshot());
    }

    @Test
    void aSlowSubscriberMissesFramesButNotTheLast() {
        time.work();
        TestSubscriber<Frame> slow = session.frames().test(1);
        TestSubscriber<Snapshot> slowToo = session.snapshots().test(1);
        for (int degree = 2; degree <= 6; degree++) {
            session.submit(Patch.of(Toy.DEGREE, degree), Pace.DRAG);
            time.work();
        }
        slow.request(5);
        slowToo.request(5);

        assertThat(slow.values()).extracting(Frame::version).containsExactly(1L, 6L);
        assertThat(slowToo.values()).extracting(Snapshot::version).containsExactly(1L, 6L);
        assertThat(versions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void closingCompletesTheFlowsAndRefusesChanges() {
        TestSubscriber<Snapshot> snapshots = session.snapshots().test();
        time.work();
        session.submit(Patch.of(Toy.DEGREE, 2), Pace.NOW);
        session.close();
        session.close();
        time.pass(1000);

        frames.assertComplete();
        snapshots.assertComplete();
        assertThat(versions()).containsExactly(1L);
        assertThat(heard.endings()).containsEntry(2L, List.of(Ending.CANCELLED));
        assertThat(heard.life).containsExactly("opened", "closed");
        assertThatThrownBy(() -> session.submit(Patch.empty(), Pace.NOW)).hasMessage("the session is closed");
    }

    @Test
    void aSubscriberMaySubmitFromWithinAFrame() {
        TestSubscriber<Frame> answers = session.frames()
                .filter(frame -> frame.version() < 4)
                .doOnNext(frame -> session.submit(Patch.of(Toy.DEGREE, (int) frame.version()), Pace.NOW))
                .test();
        time.pass(1000);

        answers.assertValueCount(3).assertNoErrors();
        assertThat(versions()).containsExactly(1L, 2L, 3L, 4L);
    }
}
