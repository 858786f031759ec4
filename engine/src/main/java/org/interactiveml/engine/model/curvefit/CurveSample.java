package org.interactiveml.engine.model.curvefit;

import java.util.Arrays;

/**
 * The rows that are fitted. The arrays are kept, not copied, and must not change afterwards.
 *
 * @param x one column per predictor
 * @param y one value per row
 */
public record CurveSample(double[][] x, double[] y) {

    /** The number of rows. */
    public int size() {
        return y.length;
    }

    /** About {@code most} of the rows, in equal steps; all of them where there are no more. */
    CurveSample thinned(int most) {
        int stride = (size() + most - 1) / most;
        if (stride <= 1) {
            return this;
        }
        return new CurveSample(
                Arrays.stream(x).map(column -> thinned(column, stride)).toArray(double[][]::new), thinned(y, stride));
    }

    private static double[] thinned(double[] column, int stride) {
        double[] kept = new double[(column.length + stride - 1) / stride];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = column[i * stride];
        }
        return kept;
    }
}
