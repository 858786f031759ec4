package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which states run when, over fits that take their (virtual) time: {@code rows} milliseconds. */
class PaceTest {
    private final VirtualTime time = new VirtualTime();
    private final Heard heard = new Heard();
    private final Stage<Integer> fit = Stage.named("fit", Phase.FIT)
            .reads(Toy.ROWS, Toy.DEGREE)
            .computes(in -> {
                time.busy(in, in.get(Toy.ROWS));
                return in.get(Toy.DEGREE);
            })
            .reportedBy(Toy::show);
    private final Session session =
            Sessions.in(time.context(DebouncePolicy.standard(), heard)).open(Toy.of(fit));

    /** The versions seen, and when each came. */
    private final List<Long> versions = new ArrayList<>();

    private final List<Long> moments = new ArrayList<>();

    private void watch() {
        Disposable untilTheEnd = session.frames().subscribe(frame -> {
            versions.add(frame.version());
            moments.add(time.millis());
        });
        assertThat(untilTheEnd.isDisposed()).isFalse();
    }

    /** Lets the session learn that a fit usually takes so long; then time stands at 0 for the test. */
    private void usually(int millis) {
        time.pass(1);
        session.submit(Patch.of(Toy.ROWS, millis), Pace.NOW);
        time.pass(millis + 1);
        for (int i = 0; i < 30; i++) {
            change(Pace.NOW);
            time.pass(millis + 1);
        }
        watch();
        versions.clear();
        moments.clear();
    }

    private long change(Pace pace) {
        long next = session.snapshot().version() + 1;
        return session.submit(Patch.of(Toy.DEGREE, (int) next), pace).version();
    }

    @Test
    void theFirstChangeRunsAtOnceHoweverSlowTheFit() {
        usually(1000);
        long start = time.millis();
        long version = change(Pace.DRAG);
        time.pass(5000);

        assertThat(versions).containsExactly(version);
        assertThat(moments).containsExactly(start + 1000);
    }

    @Test
    void aNewerChangeStopsARunBeforeHalfItsUsualTime() {
        usually(100);
        long stale = change(Pace.DRAG);
        time.in(20, () -> change(Pace.NOW));
        time.pass(1000);

        assertThat(versions).containsExactly(stale + 1);
        assertThat(heard.endings())
                .containsEntry(stale, List.of(Ending.CANCELLED))
                .containsEntry(stale + 1, List.of(Ending.RUN));
        assertThat(session.superseded()).isEqualTo(1);
    }

    @Test
    void aStoppedRunGivesWayWithinOnePollOfItsToken() {
        usually(100);
        long start = time.millis();
        change(Pace.DRAG);
        time.in(20, () -> change(Pace.NOW));
        time.pass(1000);

        assertThat(moments).containsExactly(start + 20 + 100);
    }

    @Test
    void aRunPastHalfItsUsualTimeFinishesAndTheNewestFollows() {
        usually(100);
        long first = change(Pace.DRAG);
        time.in(60, () -> change(Pace.NOW));
        time.in(70, () -> change(Pace.NOW));
        time.pass(1000);

        assertThat(versions).containsExactly(first, first + 2);
        assertThat(heard.endings()).containsEntry(first + 1, List.of(Ending.SUPERSEDED));
    }

    @Test
    void aDragOverAModeratelySlowFitCancelsNothing() {
        usually(100);
        drag(3000);

        assertThat(heard.count(Ending.CANCELLED)).isZero();
        assertThat(versions).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void overFastFitsEveryMoveOfADragGetsItsFrame() {
        usually(5);
        long before = session.snapshot().version();
        drag(1600);

        assertThat(versions).hasSize((int) (session.snapshot().version() - before));
    }

    @Test
    void aDragWaitsNoLongerThanAQuarterSecondBeforeItStopsASlowRun() {
        usually(1000);
        long start = time.millis();
        change(Pace.DRAG);
        time.in(10, () -> change(Pace.DRAG));
        time.in(200, () -> change(Pace.DRAG));
        time.pass(5000);

        assertThat(versions).containsExactly(session.snapshot().version());
        assertThat(moments).containsExactly(start + 10 + 250 + 1000);
    }

    @Test
    void whatIsTypedDoesNotWait() {
        usually(1000);
        long start = time.millis();
        change(Pace.DRAG);
        time.in(10, () -> change(Pace.NOW));
        time.pass(5000);

        assertThat(moments).containsExactly(start + 10 + 1000);
    }

    @Test
    void ofTwoRunsThatTakeFarLongerThanUsualTheFirstStopsAndTheSecondFinishes() {
        usually(10);
        session.submit(Patch.of(Toy.ROWS, 1000), Pace.NOW);
        time.in(300, () -> change(Pace.NOW));
        time.in(600, () -> change(Pace.NOW));
        time.pass(5000);

        long last = session.snapshot().version();
        assertThat(versions).containsExactly(last - 1, last);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 17, 40, 100, 300, 600, 1000, 3000})
    void aSteadyDragNeverStarves(int millis) {
        usually(millis);
        long start = time.millis();
        drag(12L * millis + 1000);

        long longest = moments.getFirst() - start;
        for (int i = 1; i < moments.size(); i++) {
            longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
        }
        assertThat(longest).isLessThanOrEqualTo(millis + millis / 2 + 16 + 250);
        assertThat(versions.getLast()).isEqualTo(session.snapshot().version());
        assertThat(session.frames().blockingFirst().outcome(fit))
                .contains(new Outcome.Ready<>((int) session.snapshot().version()));
        assertThat(heard.endings().keySet()).containsExactlyElementsOf(heard.accepted);
        assertThat(heard.endings().values()).allMatch(endings -> endings.size() == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300, 1000, 3000})
    void aKeyHeldDownNeverStarves(int millis) {
        usually(millis);
        for (long at = 33; at < 10L * millis; at += 33) {
            time.in(at, () -> change(Pace.NOW));
        }
        change(Pace.NOW);
        time.pass(10L * millis);

        assertThat(versions).hasSizeGreaterThanOrEqualTo(millis > 33 ? 5 : millis * 10 / 33);
    }

    /** A change every 16 ms, then enough time for the last one. */
    private void drag(long millis) {
        for (long at = 16; at < millis; at += 16) {
            time.in(at, () -> change(Pace.DRAG));
        }
        change(Pace.DRAG);
        time.pass(millis + 4L * session.snapshot().get(Toy.ROWS) + 1000);
    }
}
