package org.interactiveml.engine.model;

import java.util.SplittableRandom;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;

/** Rows that the tests of curves share. */
public final class CurveFixtures {
    public static final Cancellation NEVER = new Cancellation();

    private CurveFixtures() {}

    /** A wave with noise at random x in [−5, 5]. */
    public static SortedRows wave(int size, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = -5 + 10 * random.nextDouble();
            y[i] = 3 + x[i] + 5 * StrictMath.sin(x[i]) + noise * random.nextGaussian();
        }
        return rows(x, y);
    }

    /** All of them for training. */
    public static SortedRows rows(double[] x, double[] y) {
        return SortedRows.of(new Rows(x, y), Partition.inOrder(x.length, Partition.MIN_FOLDS), NEVER);
    }

    public static double[] at(Curve curve, double... x) {
        double[] y = new double[x.length];
        curve.evaluate(x, y, 0, x.length);
        return y;
    }
}
