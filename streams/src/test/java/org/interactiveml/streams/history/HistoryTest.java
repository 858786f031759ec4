package org.interactiveml.streams.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.ToyExperiment;
import org.interactiveml.streams.run.Pace;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long SEED = 20261123;

    private final Snapshot start = new ToyExperiment().parameters().defaults();
    private History history = new History(start, History.CAPACITY, Names.ENGLISH, 0);
    private Snapshot state = start;
    private long millis;

    private void change(Patch patch, Pace pace) {
        state = state.with(patch);
        history.accept(state, pace, ++millis);
    }

    private void degree(int degree, Pace pace) {
        change(Patch.of(ToyExperiment.DEGREE, degree), pace);
    }

    private void undo() {
        state = history.step(-1).orElseThrow().state();
    }

    private void redo() {
        state = history.step(1).orElseThrow().state();
    }

    private List<String> labels() {
        return history.after(0).stream().map(Entry::label).toList();
    }

    private int degree() {
        return history.cursor().state().get(ToyExperiment.DEGREE);
    }

    @Test
    void everySettledChangeIsAnEntryThatSaysWhatChanged() {
        degree(3, Pace.NOW);
        change(Patch.of(ToyExperiment.NOISE, 0.25), Pace.NOW);
        change(
                Patch.of(ToyExperiment.MODEL, ToyExperiment.Model.TWO_WORDS).and(Patch.of(ToyExperiment.SAMPLES, 9)),
                Pace.NOW);
        assertThat(labels())
                .containsExactly("Degree 1 → 3", "Noise 0.5 → 0.25", "Samples 5 → 9, Model PLAIN → TWO_WORDS");
        assertThat(history.after(0)).extracting(Entry::millis).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDragIsOneEntryOnceTheHandIsGone() {
        degree(2, Pace.DRAG);
        degree(3, Pace.DRAG);
        assertThat(labels()).isEmpty();
        degree(3, Pace.NOW);
        assertThat(labels()).containsExactly("Degree 1 → 3");
    }

    @Test
    void aDragThatEndsWhereItBeganLeavesNoEntry() {
        degree(2, Pace.NOW);
        degree(5, Pace.DRAG);
        degree(2, Pace.DRAG);
        degree(4, Pace.DRAG);
        degree(2, Pace.NOW);
        assertThat(labels()).containsExactly("Degree 1 → 2");
        assertThat(history.canUndo()).isTrue();
    }

    @Test
    void anotherControlEndsTheEntryOfTheOneBefore() {
        degree(2, Pace.DRAG);
        change(Patch.of(ToyExperiment.SAMPLES, 8), Pace.DRAG);
        change(Patch.of(ToyExperiment.SAMPLES, 9), Pace.NOW);
        assertThat(labels()).containsExactly("Degree 1 → 2", "Samples 5 → 9");
    }

    @Test
    void undoInTheMiddleOfADragKeepsWhatWasReached() {
        degree(2, Pace.NOW);
        degree(6, Pace.DRAG);
        undo();
        assertThat(degree()).isEqualTo(2);
        redo();
        assertThat(degree()).isEqualTo(6);
    }

    @Test
    void fiveHundredStepsBackAndOnAgainPassThroughEveryState() {
        Random random = new Random(SEED);
        List<Snapshot> states = new ArrayList<>(List.of(state));
        for (int i = 0; i < 500; i++) {
            change(Patch.of(ToyExperiment.NOISE, random.nextDouble()), Pace.NOW);
            states.add(state);
        }
        for (int i = 499; i >= 0; i--) {
            assertThat(history.step(-1).orElseThrow().state())
                    .as("seed %d", SEED)
                    .isSameAs(states.get(i));
        }
        assertThat(history.step(-1)).isEmpty();
        for (int i = 1; i <= 500; i++) {
            assertThat(history.step(1).orElseThrow().state()).isSameAs(states.get(i));
        }
        assertThat(history.step(1)).isEmpty();
    }

    @Test
    void aChangeAfterAnUndoBranchesAndLosesNothing() {
        degree(2, Pace.NOW);
        degree(3, Pace.NOW);
        undo();
        degree(7, Pace.NOW);
        assertThat(history.after(0)).extracting(Entry::parent).containsExactly(0, 1, 1);
        assertThat(history.branch()).extracting(Entry::id).containsExactly(0, 1, 3);
        assertThat(history.go(2).orElseThrow().state().get(ToyExperiment.DEGREE))
                .isEqualTo(3);
        assertThat(history.branch()).extracting(Entry::id).containsExactly(0, 1, 2);
    }

    @Test
    void redoFollowsTheBranchThatWasTakenLast() {
        degree(2, Pace.NOW);
        undo();
        degree(3, Pace.NOW);
        undo();
        redo();
        assertThat(degree()).isEqualTo(3);
        history.go(1);
        undo();
        redo();
        assertThat(degree()).isEqualTo(2);
    }

    @Test
    void aBranchDeepInTheTreeIsTakenFromTheRootOn() {
        degree(2, Pace.NOW);
        degree(3, Pace.NOW);
        history.go(0);
        state = start;
        degree(4, Pace.NOW);
        history.go(2);
        history.go(0);
        redo();
        redo();
        assertThat(degree()).isEqualTo(3);
    }

    @Test
    void severalStepsAtOnceEndWhereThatManySingleOnesDo() {
        degree(2, Pace.NOW);
        degree(3, Pace.NOW);
        history.go(1);
        state = history.cursor().state();
        degree(4, Pace.NOW);
        degree(5, Pace.NOW);
        assertThat(history.step(-3)).contains(history.cursor());
        assertThat(degree()).isEqualTo(1);
        assertThat(history.step(2).orElseThrow().state().get(ToyExperiment.DEGREE))
                .isEqualTo(4);
        assertThat(history.step(1000).orElseThrow().state().get(ToyExperiment.DEGREE))
                .isEqualTo(5);
        assertThat(history.step(1)).isEmpty();
        assertThat(history.step(-1000).orElseThrow().id()).isZero();
        assertThat(history.step(-1)).isEmpty();
        assertThat(history.step(0)).isEmpty();
    }

    @Test
    void theSameStepTakenAgainIsTheSameEntry() {
        degree(2, Pace.NOW);
        undo();
        degree(5, Pace.DRAG);
        degree(2, Pace.NOW);
        assertThat(history.after(0)).extracting(Entry::id).containsExactly(1);
        assertThat(history.cursor().id()).isEqualTo(1);
    }

    @Test
    void arrivingWhereTheCursorIsChangesNothing() {
        degree(2, Pace.NOW);
        Entry target = history.step(-1).orElseThrow();
        history.accept(state.with(target.state().since(state)), Pace.NOW, 9);
        assertThat(history.cursor()).isSameAs(target);
        assertThat(history.canRedo()).isTrue();
    }

    @Test
    void onlyTheNewestEntriesAreKept() {
        history = new History(start, 100, Names.ENGLISH, 0);
        for (int i = 1; i <= 1000; i++) {
            change(Patch.of(ToyExperiment.NOISE, (double) i), Pace.NOW);
        }
        assertThat(history.oldest()).isEqualTo(901);
        assertThat(history.newest()).isEqualTo(1000);
        assertThat(history.after(-1)).hasSize(100);
        assertThat(history.go(900)).isEmpty();
        assertThat(history.go(901).orElseThrow().state().get(ToyExperiment.NOISE))
                .isEqualTo(901.0);
        assertThat(history.canUndo()).isFalse();
    }
}
