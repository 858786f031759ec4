package org.interactiveml.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Sorting;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static Ranking ranking(double[] scores, double... labels) {
        return Ranking.of(scores, labels, Workers.callerOnly(), new Cancellation());
    }

    @Test
    void aPerfectRankingHasAnAreaOfOne() {
        assertThat(ranking(new double[] {1, 2, 3, 4}, 0, 0, 1, 1).auc()).isEqualTo(1);
        assertThat(ranking(new double[] {1, 2, 3, 4}, 1, 1, 0, 0).auc()).isEqualTo(0);
    }

    @Test
    void tiesCountHalf() {
        assertThat(ranking(new double[] {7, 7, 7, 7}, 0, 1, 1, 0).auc()).isEqualTo(0.5);
        // Pairs: 2 > 1, 2 = 2, 3 > 1, 3 > 2.
        assertThat(ranking(new double[] {1, 2, 2, 3}, 0, 0, 1, 1).auc()).isEqualTo(3.5 / 4);
    }

    @Test
    void oneClassHasNoArea() {
        Ranking ranking = ranking(new double[] {1, 2}, 1, 1);

        assertThat(ranking.auc()).isNaN();
        assertThat(ranking.roc(100).falseRate()).isEmpty();
        assertThat(ranking(new double[0]).auc()).isNaN();
    }

    @Test
    void theCurveHasTheCornersOnly() {
        // From the top: 1, 1, 0, tie of 0 and 1, 0.
        Ranking.Roc roc =
                ranking(new double[] {6, 5, 4, 3, 3, 2}, 1, 1, 0, 0, 1, 0).roc(100);

        assertThat(roc.falseRate()).containsExactly(0, 0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(roc.trueRate()).containsExactly(0, 2 / 3.0, 2 / 3.0, 1, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theAreaUnderTheCurveIsThatOfAllPairs(long seed) {
        Random random = new Random(seed);
        int n = 200;
        double[] scores = new double[n];
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = random.nextInt(2);
            scores[i] = random.nextInt(30) + 5 * labels[i];
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                if (labels[i] > labels[k]) {
                    pairs++;
                    wins += scores[i] > scores[k] ? 1 : scores[i] == scores[k] ? 0.5 : 0;
                }
            }
        }
        Ranking ranking = ranking(scores, labels);
        assertThat(ranking.auc()).isEqualTo(wins / pairs);
        assertThat(area(ranking.roc(1000))).isCloseTo(wins / pairs, within(1e-12));
    }

    @Test
    void aLongCurveIsThinned() {
        Random random = new Random(1);
        double[] scores = random.doubles(20_000).toArray();
        double[] labels = random.ints(20_000, 0, 2).asDoubleStream().toArray();
        Ranking ranking = ranking(scores, labels);
        Ranking.Roc roc = ranking.roc(500);

        assertThat(roc.falseRate().length).isBetween(250, 502);
        assertThat(roc.falseRate()[0] + roc.trueRate()[0]).isZero();
        assertThat(roc.falseRate()[roc.falseRate().length - 1]).isEqualTo(1);
        assertThat(roc.trueRate()[roc.trueRate().length - 1]).isEqualTo(1);
        assertThat(area(roc)).isCloseTo(ranking.auc(), within(1e-3));
    }

    @Test
    void aLongColumnIsSortedLikeAShortOne() {
        double[] values = new Random(5).doubles(100_003).toArray();
        double[] expected = values.clone();
        Arrays.sort(expected);
        Sorting.sort(values, Workers.callerOnly(), new Cancellation());

        assertThat(values).containsExactly(expected);
    }

    @Test
    void confusionCountsByTrueAndPredictedClass() {
        Confusion confusion = Confusion.of(new double[] {-1, 1, -2, 2, 3, 0}, new double[] {0, 0, 1, 1, 1, 1});

        assertThat(confusion).isEqualTo(new Confusion(1, 1, 2, 2));
        assertThat(confusion.accuracy()).isEqualTo(0.5);
        assertThat(Confusion.of(new double[0], new double[0]).accuracy()).isNaN();
    }

    private static double area(Ranking.Roc roc) {
        double area = 0;
        for (int k = 1; k < roc.falseRate().length; k++) {
            area += (roc.falseRate()[k] - roc.falseRate()[k - 1]) * (roc.trueRate()[k] + roc.trueRate()[k - 1]) / 2;
        }
        return area;
    }
}
