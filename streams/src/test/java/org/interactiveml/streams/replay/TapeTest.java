package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final long SEED = 31;
    private static final int MICROS_PER_MOVE = 16_667;
    private static final int MOVES_PER_HOUR = 216_000;

    private final ParameterSet parameters = new ToyExperiment().parameters();
    private final Tape tape = new Tape(parameters);

    private record Moved(long micros, Patch patch) {}

    private List<Moved> played() {
        List<Moved> played = new ArrayList<>();
        tape.play((micros, patch) -> played.add(new Moved(micros, patch)));
        return played;
    }

    @Test
    void everyKindOfChangeComesBackAsItWas() {
        Random random = new Random(SEED);
        double[] column = random.doubles(9).toArray();
        Dataset own = new Dataset("own", List.of("x"), new double[][] {column}, "y", column, null);
        List<Moved> moves = List.of(
                new Moved(0, Patch.of(ToyExperiment.DEGREE, 30)),
                new Moved(1, Patch.of(ToyExperiment.X_MIN, -Double.MIN_VALUE)),
                new Moved(1, Patch.of(ToyExperiment.NOISE, 0.1 + 0.2)),
                new Moved(99_999_999_999L, Patch.of(ToyExperiment.SEED_X, (1L << 53) - 1)),
                new Moved(99_999_999_999L, Patch.of(ToyExperiment.MODEL, ToyExperiment.Model.TWO_WORDS)),
                new Moved(
                        100_000_000_000L,
                        Patch.of(ToyExperiment.DATA, Optional.of(own)).and(Patch.of(ToyExperiment.SAMPLES, 128))),
                new Moved(100_000_000_001L, Patch.of(ToyExperiment.DATA, Optional.empty())));
        moves.forEach(
                moved -> assertThat(tape.add(moved.micros(), moved.patch())).isTrue());
        assertThat(played()).as("seed %d", SEED).isEqualTo(moves);
    }

    @Test
    void anHourOfDraggingTakesLessThanThreeMegabytes() {
        Random random = new Random(SEED);
        for (int i = 1; i <= MOVES_PER_HOUR; i++) {
            assertThat(tape.add((long) i * MICROS_PER_MOVE, Patch.of(ToyExperiment.NOISE, random.nextDouble())))
                    .isTrue();
        }
        assertThat(tape.size()).isLessThan(3_000_000);
        assertThat(played()).hasSize(MOVES_PER_HOUR);
    }

    @Test
    void aFullTapeTakesNothingMore() {
        Patch patch = Patch.of(ToyExperiment.NOISE, 0.5);
        int kept = 0;
        while (tape.add((long) kept * MICROS_PER_MOVE, patch)) {
            kept++;
        }
        assertThat(tape.size()).isLessThanOrEqualTo(Tape.CAPACITY);
        assertThat(tape.add((long) kept * MICROS_PER_MOVE, patch)).isFalse();
        assertThat(played()).hasSize(kept);
    }
}
