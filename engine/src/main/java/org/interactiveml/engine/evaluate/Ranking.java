package org.interactiveml.engine.evaluate;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Sorting;
import org.interactiveml.engine.numeric.Workers;

/**
 * The scores of the rows of two classes, in order: how well they tell the classes apart at every threshold. Immutable.
 *
 * <p>Source: T. Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006) 861–874.
 */
public final class Ranking {
    /** Rows between two looks at the cancellation. */
    private static final int STRETCH = 1 << 16;

    // Both ascending.
    private final double[] negatives;
    private final double[] positives;

    private Ranking(double[] negatives, double[] positives) {
        this.negatives = negatives;
        this.positives = positives;
    }

    /**
     * Sorts the scores of each class, n log n.
     *
     * @param scores one per row; higher speaks for class 1; not modified
     * @param labels 0 or 1 for each row
     */
    public static Ranking of(double[] scores, double[] labels, Workers workers, Cancellation cancellation) {
        double[] negatives = new double[scores.length];
        double[] positives = new double[scores.length];
        int negative = 0;
        int positive = 0;
        for (int i = 0; i < scores.length; i++) {
            if (i % STRETCH == 0) {
                cancellation.check();
            }
            if (labels[i] > 0) {
                positives[positive++] = scores[i];
            } else {
                negatives[negative++] = scores[i];
            }
        }
        Ranking ranking = new Ranking(Arrays.copyOf(negatives, negative), Arrays.copyOf(positives, positive));
        Sorting.sort(ranking.negatives, workers, cancellation);
        Sorting.sort(ranking.positives, workers, cancellation);
        return ranking;
    }

    /** Whether there are rows of both classes; otherwise nothing can be told apart. */
    public boolean isDefined() {
        return negatives.length > 0 && positives.length > 0;
    }

    /**
     * The area under the ROC curve: the probability that a random row of class 1 scores higher than one of class 0, ties counting
     * half. Exact up to one rounding; NaN where one class has no rows.
     */
    public double auc() {
        long twice = 0;
        int below = 0;
        int upTo = 0;
        for (double score : positives) {
            while (below < negatives.length && negatives[below] < score) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negatives.length && negatives[upTo] == score) {
                upTo++;
            }
            twice += below + (long) upTo;
        }
        return isDefined() ? twice / (2.0 * negatives.length * positives.length) : Double.NaN;
    }

    /**
     * The curve of true against false positives as the threshold falls; corners only.
     *
     * @param most about as many points; a longer curve is thinned evenly, ends kept
     */
    public Roc roc(int most) {
        if (!isDefined()) {
            return new Roc(new double[0], new double[0]);
        }
        int[] falsePositives = new int[negatives.length + positives.length + 1];
        int[] truePositives = new int[falsePositives.length];
        int corners = corners(falsePositives, truePositives);
        int stride = Math.max(1, (corners + most - 1) / most);
        int points = (corners - 2) / stride + 2;
        double[] falseRate = new double[points];
        double[] trueRate = new double[points];
        for (int k = 0; k < points; k++) {
            int corner = k == points - 1 ? corners - 1 : k * stride;
            falseRate[k] = (double) falsePositives[corner] / negatives.length;
            trueRate[k] = (double) truePositives[corner] / positives.length;
        }
        return new Roc(falseRate, trueRate);
    }

    // From the highest score down; a point on the straight line between its neighbours is left out.
    private int corners(int[] falsePositives, int[] truePositives) {
        int last = 0;
        int negative = negatives.length;
        int positive = positives.length;
        while (negative > 0 || positive > 0) {
            double score = Math.max(
                    negative > 0 ? negatives[negative - 1] : Double.NEGATIVE_INFINITY,
                    positive > 0 ? positives[positive - 1] : Double.NEGATIVE_INFINITY);
            while (negative > 0 && negatives[negative - 1] == score) {
                negative--;
            }
            while (positive > 0 && positives[positive - 1] == score) {
                positive--;
            }
            int x = negatives.length - negative;
            int y = positives.length - positive;
            if (last > 0 && isStraight(falsePositives, truePositives, last, x, y)) {
                last--;
            }
            last++;
            falsePositives[last] = x;
            truePositives[last] = y;
        }
        return last + 1;
    }

    private static boolean isStraight(int[] falsePositives, int[] truePositives, int last, int x, int y) {
        long dx = (long) falsePositives[last] - falsePositives[last - 1];
        long dy = (long) truePositives[last] - truePositives[last - 1];
        return dx * (y - truePositives[last]) == dy * (x - falsePositives[last]);
    }

    /**
     * Points of a curve from (0, 0) to (1, 1); empty where one class has no rows.
     *
     * @param falseRate the part of class 0 that scores above the threshold
     * @param trueRate the part of class 1 that does
     */
    public record Roc(double[] falseRate, double[] trueRate) {}
}
