package org.interactiveml.engine.data;

import java.util.List;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Draws rows of y = Σ β_j x_j + noiseSd · z of standard normal features, of which only the first {@code informative} count.
 *
 * <p>Neighbours correlate: x_1 = e_1, x_j = ρ x_{j−1} + √(1 − ρ²) e_j, so that the correlation of x_i and x_j is ρ^|i−j|. More
 * rows extend the same sample, more features leave those before them as they are, another noise rescales the same draws.
 *
 * @param features the number of features
 * @param informative how many have an effect, at most {@code features}
 * @param correlation ρ of neighbours, in [0, 1)
 * @param noiseSd standard deviation of the noise
 * @param xSeed seed of the features
 * @param noiseSeed seed of the noise
 */
public record LinearGenerator(
        int features, int informative, double correlation, double noiseSd, long xSeed, long noiseSeed) {
    private static final double STRONGEST = 10;
    /** Rows that one thread fills at a time; also the longest stretch without a look at the cancellation. */
    private static final int BLOCK = 1 << 12;

    /** β_j = 10, −5, 10/3, −5/2 …, then zeros. */
    public static double[] slopes(int features, int informative) {
        double[] slopes = new double[features];
        for (int j = 0; j < informative; j++) {
            slopes[j] = (j % 2 == 0 ? STRONGEST : -STRONGEST) / (j + 1);
        }
        return slopes;
    }

    /** The first {@code size} rows; about 10 ns a number and thread. */
    public Dataset generate(int size, Workers workers, Cancellation cancellation) {
        double[][] x = new double[features][size];
        double[] y = new double[size];
        Draws xDraws = new Draws(xSeed, Purpose.X);
        Draws noiseDraws = new Draws(noiseSeed, Purpose.NOISE);
        double[] slopes = slopes(features, informative);
        workers.run((size + BLOCK - 1) / BLOCK, block -> {
            int from = block * BLOCK;
            fill(xDraws, noiseDraws, slopes, x, y, from, Math.min(size, from + BLOCK), cancellation);
        });
        List<String> names =
                IntStream.rangeClosed(1, features).mapToObj(j -> "x" + j).toList();
        return new Dataset("generated", names, x, "y", y, null);
    }

    private void fill(
            Draws xDraws,
            Draws noiseDraws,
            double[] slopes,
            double[][] x,
            double[] y,
            int from,
            int to,
            Cancellation cancellation) {
        int n = to - from;
        double[] draws = new double[n];
        int[] tails = new int[n];
        double fresh = Math.sqrt(1 - correlation * correlation);
        noiseDraws.normals(from, draws, n, tails);
        for (int i = 0; i < n; i++) {
            y[from + i] = noiseSd * draws[i];
        }
        for (int j = 0; j < features; j++) {
            cancellation.check();
            double[] column = x[j];
            xDraws.normals(((long) j << 32) + from, draws, n, tails);
            if (j == 0) {
                System.arraycopy(draws, 0, column, from, n);
            } else {
                double[] before = x[j - 1];
                for (int i = 0; i < n; i++) {
                    column[from + i] = correlation * before[from + i] + fresh * draws[i];
                }
            }
            if (slopes[j] != 0) {
                for (int i = 0; i < n; i++) {
                    y[from + i] += slopes[j] * column[from + i];
                }
            }
        }
    }
}
