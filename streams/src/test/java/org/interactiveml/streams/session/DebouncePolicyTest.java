package org.interactiveml.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebouncePolicyTest {
    private static final long MS = 1_000_000;
    private final DebouncePolicy policy = DebouncePolicy.standard();

    @Test
    void thereIsNoWaitOverRunsThatFitBetweenTwoRepaints() {
        assertThat(policy.waitNanos(0)).isZero();
        assertThat(policy.waitNanos(16 * MS)).isZero();
    }

    @Test
    void theWaitIsHalfAUsualRunUpToAQuarterSecond() {
        assertThat(policy.waitNanos(100 * MS)).isEqualTo(50 * MS);
        assertThat(policy.waitNanos(500 * MS)).isEqualTo(250 * MS);
        assertThat(policy.waitNanos(60_000 * MS)).isEqualTo(250 * MS);
    }

    @Test
    void aRunMayFinishFromHalfItsUsualTimeUntilItIsFarOverdue() {
        assertThat(policy.mayFinish(49 * MS, 49 * MS, 100 * MS)).isFalse();
        assertThat(policy.mayFinish(50 * MS, 50 * MS, 100 * MS)).isTrue();
        assertThat(policy.mayFinish(400 * MS, 400 * MS, 100 * MS)).isTrue();
        assertThat(policy.mayFinish(401 * MS, 401 * MS, 100 * MS)).isFalse();
    }

    @Test
    void timeSpentOnStoppedRunsCountsTowardsTheHalf() {
        assertThat(policy.mayFinish(50 * MS, 10 * MS, 100 * MS)).isTrue();
        assertThat(policy.mayFinish(900 * MS, 450 * MS, 100 * MS)).isTrue();
    }

    @Test
    void anAverageForgets() {
        Average average = new Average();
        assertThat(average.nanos()).isZero();
        average.add(100);
        assertThat(average.nanos()).isEqualTo(100);
        for (int i = 0; i < 50; i++) {
            average.add(900);
        }
        assertThat(average.nanos()).isBetween(898L, 900L);
    }

    @Test
    void durationsAreNotNegative() {
        assertThatThrownBy(() -> new DebouncePolicy(Duration.ZERO, Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
    }

    @Test
    void quickStudiesComeWithEveryFitOfADragAndSlowOnesGetASmallShareOfIt() {
        DebouncePolicy policy = DebouncePolicy.standard();
        assertThat(policy.postponesStudies(0, 4_000_000)).isFalse();
        assertThat(policy.postponesStudies(0, 5_000_000)).isTrue();
        assertThat(policy.postponesStudies(64 * 5_000_000L - 1, 5_000_000)).isTrue();
        assertThat(policy.postponesStudies(64 * 5_000_000L, 5_000_000)).isFalse();
    }
}
