package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;

/**
 * The log marginal likelihood over length scale and noise, the signal variance being the best for each.
 *
 * @param logLengthScale log₁₀ ℓ, n centres equally far apart
 * @param logNoise log₁₀ σ/s, m centres equally far apart
 * @param values below the highest of all, row by row: at (ℓ_i, noise_j) {@code values[j·n + i]}, not below {@link #FLOOR}
 * @param highest the highest of all
 */
@SuppressWarnings("ArrayRecordComponent") // columns, shared by agreement
public record LikelihoodSurface(double[] logLengthScale, double[] logNoise, double[] values, double highest) {
    /** What lies lower is shown as this: no colour could tell it apart. */
    public static final double FLOOR = -50;

    public static final int MOST_ROWS = 5_000;

    private static final double LEAST_LENGTH = 1.0 / 25;
    private static final double MOST_LENGTH = 10;
    private static final double LEAST_NOISE = -3;
    private static final double MOST_NOISE = 2;

    /**
     * Looks at {@code size} × {@code size} points.
     *
     * @throws Infeasible for more than {@value #MOST_ROWS} rows, or a constant y
     */
    public static LikelihoodSurface of(
            KernelSample sample, Kernel kernel, int size, Workers workers, Cancellation cancellation) {
        if (sample.rows().size() > MOST_ROWS) {
            throw new Infeasible("the likelihood surface takes at most " + MOST_ROWS + " training rows, not "
                    + sample.rows().size());
        }
        if (sample.rows().isConstantY()) {
            throw new Infeasible("the marginal likelihood needs training values of y that differ");
        }
        ProcessSolver solver = sample.solver(kernel);
        double range = sample.rows().range();
        double[] lengths = grid(StrictMath.log10(range * LEAST_LENGTH), StrictMath.log10(range * MOST_LENGTH), size);
        double[] noises = grid(LEAST_NOISE, MOST_NOISE, size);
        double[] ratios = new double[size];
        for (int j = 0; j < size; j++) {
            ratios[j] = StrictMath.pow(10, 2 * noises[j]);
        }
        double[] values = new double[size * size];
        workers.run(size, i -> {
            double[] column = solver.profile(StrictMath.pow(10, lengths[i]), ratios, cancellation);
            for (int j = 0; j < size; j++) {
                values[j * size + i] = column[j];
            }
        });
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(FLOOR, values[k] - highest);
        }
        return new LikelihoodSurface(lengths, noises, values, highest);
    }

    private static double[] grid(double from, double to, int size) {
        double[] grid = new double[size];
        for (int i = 0; i < size; i++) {
            grid[i] = from + (to - from) * i / (size - 1);
        }
        return grid;
    }
}
