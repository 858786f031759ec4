package org.interactiveml.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {
    private static Partition shuffled(int size, double fraction, int folds, long seed) {
        return Partition.shuffled(size, fraction, folds, seed, Workers.callerOnly(), new Cancellation());
    }

    private static int[] byKey(int size, long seed) {
        Draws draws = new Draws(seed, Purpose.SPLIT);
        return IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compareUnsigned(draws.bits(a), draws.bits(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 10, 11, 50, 199, 200, 1000, 70_000})
    void thePartsAreContiguousInTheOrderOfTheKeys(int size) {
        for (int folds : new int[] {2, 5, 50}) {
            Partition partition = shuffled(size, 0.3, folds, size);
            int[] order = byKey(size, size);
            int testRows = (int) Math.ceil(0.3 * size);
            assertThat(partition.testRows()).isEqualTo(testRows);
            int training = size - testRows;
            int used = Math.min(folds, training);
            for (int rank = 0; rank < size; rank++) {
                int expected = used;
                if (rank >= testRows) {
                    int position = rank - testRows;
                    int longer = training % used;
                    int shortSize = training / used;
                    int boundary = longer * (shortSize + 1);
                    expected = position < boundary
                            ? position / (shortSize + 1)
                            : longer + (position - boundary) / shortSize;
                }
                assertThat(partition.part(order[rank]))
                        .as("rank %d of %d", rank, size)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aLargerTestFractionOnlyAddsTestRows() {
        Partition small = shuffled(500, 0.2, 5, 7);
        Partition large = shuffled(500, 0.21, 5, 7);
        for (int i = 0; i < 500; i++) {
            assertThat(!small.isTest(i) || large.isTest(i)).isTrue();
        }
        assertThat(large.testRows() - small.testRows()).isEqualTo(5);
    }

    @Test
    void theTestPartIsRoundedUpAsScikitLearnDoes() {
        assertThat(Partition.testRows(30, 0.1)).isEqualTo(3);
        assertThat(Partition.testRows(50, 0.14)).isEqualTo((int) Math.ceil(0.14 * 50));
        assertThat(Partition.testRows(10, 0.25)).isEqualTo(3);
    }

    @Test
    void withoutTestPartAllRowsTrainInTheirOrder() {
        Partition partition = shuffled(11, 0, 3, 1);
        assertThat(partition.partOfRow()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2);
        assertThat(partition.testRows()).isZero();
    }

    @Test
    void aTestColumnIsTakenAsGiven() {
        boolean[] test = {true, false, false, true, false, false};
        Partition partition = Partition.ofTestColumn(test, 2);
        assertThat(partition.partOfRow()).containsExactly(2, 0, 0, 2, 1, 1);
    }

    @Test
    void moreFoldsThanTrainingRowsAreToldApart() {
        Partition partition = Partition.inOrder(3, 5);
        assertThat(partition.folds()).isEqualTo(3);
        assertThat(partition.requestedFolds()).isEqualTo(5);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameParts() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Partition several = Partition.shuffled(300_000, 0.3, 5, 3, new Workers(pool, 4), new Cancellation());
            assertThat(Arrays.equals(
                            several.partOfRow(), shuffled(300_000, 0.3, 5, 3).partOfRow()))
                    .isTrue();
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shuffled(10, 1, 5, 1))
                .withMessage("test fraction must be at least 0 and below 1, not 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shuffled(10, 0.2, 51, 1))
                .withMessage("folds must be between 2 and 50, not 51");
    }
}
