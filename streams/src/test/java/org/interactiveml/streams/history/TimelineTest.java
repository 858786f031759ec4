package org.interactiveml.streams.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.session.DebouncePolicy;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.SessionContext;
import org.interactiveml.streams.session.Sessions;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Session session = Sessions.in(new SessionContext(
                    new TestScheduler(), new TestScheduler(), () -> 0L, DebouncePolicy.standard(), RunListener.NONE))
            .open(new ToyExperiment());
    private final Timeline timeline = new Timeline(session, () -> 0L, Names.ENGLISH);

    private void degree(int degree, Pace pace) {
        session.submit(Patch.of(ToyExperiment.DEGREE, degree), pace);
    }

    private int degree() {
        return session.snapshot().get(ToyExperiment.DEGREE);
    }

    @Test
    void undoAndRedoAreChangesOfTheSession() {
        degree(4, Pace.NOW);
        degree(6, Pace.NOW);
        timeline.step(-1);
        assertThat(degree()).isEqualTo(4);
        timeline.step(-1);
        timeline.step(-1);
        assertThat(degree()).isEqualTo(1);
        timeline.step(1);
        timeline.step(1);
        timeline.step(1);
        assertThat(degree()).isEqualTo(6);
        assertThat(timeline.after(0)).hasSize(2);
        assertThat(session.snapshot().version()).isEqualTo(7);
    }

    @Test
    void marksTellHowThingsStand() {
        var marks = timeline.marks().test();
        degree(4, Pace.DRAG);
        degree(5, Pace.NOW);
        timeline.step(-1);
        timeline.step(-1);
        marks.assertValues(
                new Timeline.Mark(0, 0, 0, false, false),
                new Timeline.Mark(1, 0, 1, true, false),
                new Timeline.Mark(1, 0, 0, false, true));
    }

    @Test
    void scrubbingLeavesNoEntriesAndSaysWhenAnEntryIsGone() {
        degree(4, Pace.NOW);
        degree(6, Pace.NOW);
        assertThat(timeline.go(0, Pace.DRAG)).isTrue();
        assertThat(timeline.go(1, Pace.DRAG)).isTrue();
        assertThat(timeline.go(1, Pace.NOW)).isTrue();
        assertThat(timeline.go(77, Pace.NOW)).isFalse();
        assertThat(degree()).isEqualTo(4);
        assertThat(timeline.after(-1)).hasSize(3);
        degree(9, Pace.NOW);
        assertThat(timeline.branch()).extracting(Entry::id).containsExactly(0, 1, 3);
    }

    @Test
    void aRefusedChangeIsNoEntry() {
        assertThatThrownBy(() -> session.submit(Patch.of(ToyExperiment.X_MIN, 50.0), Pace.NOW))
                .isInstanceOf(InvalidInputException.class);
        assertThat(timeline.after(0)).isEmpty();
    }
}
