package org.interactiveml.engine.data;

import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Draws rows of y = f(x) + magnitude · (mean + sd · z), x uniform on (xMin, xMax), z standard normal.
 *
 * <p>Row {@code i} depends on the settings and on {@code i} alone: more rows extend the same sample, another magnitude rescales
 * the same noise. Values outside the domain of f come out as they are (NaN, infinite); whoever uses the rows reports them.
 *
 * @param function the true function f
 * @param xMin lower end of the range of x
 * @param xMax upper end, greater than {@code xMin}
 * @param magnitude factor of the noise
 * @param mean mean of the noise before the factor
 * @param sd standard deviation of the noise before the factor
 * @param xSeed seed of the x column
 * @param noiseSeed seed of the noise
 */
public record Generator(
        ArrayFunction function,
        double xMin,
        double xMax,
        double magnitude,
        double mean,
        double sd,
        long xSeed,
        long noiseSeed)
        implements DataSets {

    /** Rows that one thread fills at a time; also the longest stretch without a look at the cancellation. */
    private static final int BLOCK = 1 << 14;
    /** Rows whose intermediate values stay in the first-level cache. */
    private static final int STRETCH = 1 << 9;

    /** The first {@code size} rows; about 20 ns a row and thread with a simple f. */
    public Rows generate(int size, Workers workers, Cancellation cancellation) {
        // The machine clears a new array in one go that nothing can stop: of millions of rows, both at the same time.
        double[][] columns = new double[2][];
        workers.run(columns.length, k -> columns[k] = new double[size]);
        double[] x = columns[0];
        double[] y = columns[1];
        Draws xDraws = new Draws(xSeed, Purpose.X);
        Draws noiseDraws = new Draws(noiseSeed, Purpose.NOISE);
        workers.run((size + BLOCK - 1) / BLOCK, block -> {
            cancellation.check();
            int from = block * BLOCK;
            int to = Math.min(size, from + BLOCK);
            fill(xDraws, noiseDraws, 0, x, y, from, to);
        });
        return new Rows(x, y);
    }

    /** Fills one data set, independent of the main sample and of every other one. */
    @Override
    public void draw(int index, int size, double[] x, double[] y) {
        long first = (long) index << 32;
        fill(
                new Draws(xSeed, Purpose.RESAMPLED_X),
                new Draws(noiseSeed, Purpose.RESAMPLED_NOISE),
                first,
                x,
                y,
                0,
                size);
    }

    private void fill(Draws xDraws, Draws noiseDraws, long first, double[] x, double[] y, int from, int to) {
        double width = xMax - xMin;
        double[] draws = new double[Math.min(STRETCH, to - from)];
        for (int row = from; row < to; row += STRETCH) {
            int n = Math.min(STRETCH, to - row);
            xDraws.uniforms(first + row, draws, n);
            for (int i = 0; i < n; i++) {
                x[row + i] = xMin + width * draws[i];
            }
        }
        function.evaluate(x, y, from, to);
        int[] tails = new int[draws.length];
        for (int row = from; row < to; row += STRETCH) {
            int n = Math.min(STRETCH, to - row);
            noiseDraws.normals(first + row, draws, n, tails);
            for (int i = 0; i < n; i++) {
                y[row + i] += magnitude * (mean + sd * draws[i]);
            }
        }
    }
}
