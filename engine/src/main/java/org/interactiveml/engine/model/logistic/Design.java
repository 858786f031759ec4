package org.interactiveml.engine.model.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Vectors;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The training rows, and how their products of features are brought to mean 0 and standard deviation 1.
 *
 * <p>The products are stored for a few hundred rows at most: each pass makes them anew for as many rows at a time, which costs less
 * than fetching them from memory. Immutable; nothing here depends on the penalty.
 */
public final class Design {
    /** A column that varies less than this part of its size has lost all its digits. */
    private static final double CONSTANT = 1e-14;

    /** Sums of so large numbers still are numbers, and inverses of so small ones. */
    private static final double LARGEST = 1e300;

    private static final double SMALLEST = 1e-300;

    /** Sums of squares between this and its inverse have all their digits. */
    private static final double LEAST_SQUARE = 1e-250;
    /** A deviation, as a part of the mean, below which the column may be constant. */
    private static final double DOUBTFUL = 1e-12;

    private final LabelledRows training;
    private final Monomials monomials;
    private final double[] mean;
    private final double[] deviation;
    private final double[] inverse;
    private final double @Nullable [][] kept;

    /** One that only fills columns. */
    private Design(LabelledRows training, Monomials monomials, double[] mean, double[] inverse) {
        this.training = training;
        this.monomials = monomials;
        this.mean = mean;
        this.inverse = inverse;
        deviation = inverse;
        kept = null;
    }

    private Design(
            LabelledRows training,
            Monomials monomials,
            double[] mean,
            double[] deviation,
            double[] inverse,
            double[][] room) {
        this.training = training;
        this.monomials = monomials;
        this.mean = mean;
        this.deviation = deviation;
        this.inverse = inverse;
        kept = training.size() <= Blocks.STRETCH ? new double[1 + room.length][] : null;
        if (kept != null) {
            kept[0] = ones(training.size());
            System.arraycopy(room, 0, kept, 1, room.length);
            fill(training, 0, training.size(), kept, 1);
        }
    }

    /**
     * Reads the training rows twice, for the means and for the deviations from them, or a little more often where the squares of
     * a column's values are too large or too small for numbers, or the column is constant.
     *
     * @throws Infeasible where a product is too large for a number
     */
    public static Design of(LabelledRows training, Monomials monomials, Workers workers, Cancellation cancellation) {
        Blocks blocks = new Blocks(training.size());
        Passes passes = new Passes(
                blocks,
                new double[blocks.count()][monomials.size()][Math.min(Blocks.STRETCH, training.size())],
                workers,
                cancellation);
        Design raw = new Design(training, monomials, new double[monomials.size()], ones(monomials.size()));
        double[] mean = raw.sums(Design::sum, passes);
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= training.size();
        }
        double[] deviation = new Design(training, monomials, mean, ones(mean.length)).sums(Design::square, passes);
        double[] inverse = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            boolean plain = deviation[j] > LEAST_SQUARE && deviation[j] < 1 / LEAST_SQUARE;
            deviation[j] = Math.sqrt(deviation[j] / training.size());
            inverse[j] = 1 / deviation[j];
            if (!(plain && deviation[j] > DOUBTFUL * Math.abs(mean[j]))) {
                return extreme(raw, mean, passes);
            }
        }
        return new Design(training, monomials, mean, deviation, inverse, passes.room[0]);
    }

    // The same where a square overflows or underflows on the way, or a column may be constant.
    private static Design extreme(Design raw, double[] mean, Passes passes) {
        LabelledRows training = raw.training;
        Monomials monomials = raw.monomials;
        double[] largest = raw.largest(passes);
        refuseInfinite(monomials, largest);
        double[] spread = new Design(training, monomials, mean, ones(mean.length)).largest(passes);
        double[] scale = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            scale[j] = spread[j] <= Math.max(SMALLEST, CONSTANT * largest[j]) ? 0 : 1 / spread[j];
        }
        double[] squares = new Design(training, monomials, mean, scale).sums(Design::square, passes);
        double[] deviation = new double[mean.length];
        double[] inverse = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            double root = Math.sqrt(squares[j] / training.size());
            deviation[j] = scale[j] == 0 ? 0 : spread[j] * root;
            inverse[j] = scale[j] == 0 ? 0 : 1 / deviation[j];
        }
        return new Design(training, monomials, mean, deviation, inverse, passes.room[0]);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void refuseInfinite(Monomials monomials, double[] largest) {
        for (double value : largest) {
            if (!(value < LARGEST)) {
                throw new Infeasible(
                        "at degree " + monomials.degree()
                                + " the products of the features are too large for a number: choose a lower degree or smaller units");
            }
        }
    }

    /** A number of n values of a column. */
    private interface OfColumn {
        double of(double[] z, int n);
    }

    private static double sum(double[] z, int n) {
        return Vectors.sum(z, 0, n);
    }

    private static double square(double[] z, int n) {
        return Vectors.dot(z, z, 0, n);
    }

    private static double largest(double[] z, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(z[i]));
        }
        return largest;
    }

    // Per column the sum of a number of each stretch.
    private double[] sums(OfColumn number, Passes passes) {
        double[] sums = new double[monomials.size()];
        for (double[] part : ofBlocks(passes, (z, n, parts) -> {
            for (int j = 0; j < parts.length; j++) {
                parts[j] += number.of(z[j], n);
            }
        })) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += part[j];
            }
        }
        return sums;
    }

    // Per column the largest magnitude.
    private double[] largest(Passes passes) {
        double[] largest = new double[monomials.size()];
        for (double[] part : ofBlocks(passes, (z, n, parts) -> {
            for (int j = 0; j < parts.length; j++) {
                parts[j] = Math.max(parts[j], largest(z[j], n));
            }
        })) {
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], part[j]);
            }
        }
        return largest;
    }

    /** What is done with the columns of n rows. */
    private interface Pass {
        void add(double[][] z, int n, double[] parts);
    }

    /** @param room for the columns of a stretch of each block */
    private record Passes(Blocks blocks, double[][][] room, Workers workers, Cancellation cancellation) {}

    private double[][] ofBlocks(Passes passes, Pass pass) {
        Blocks blocks = passes.blocks;
        double[][] parts = new double[blocks.count()][monomials.size()];
        passes.workers.run(blocks.count(), block -> {
            double[][] z = passes.room[block];
            for (int from = blocks.from(block); from < blocks.to(block); from += Blocks.STRETCH) {
                passes.cancellation.check();
                int n = Math.min(Blocks.STRETCH, blocks.to(block) - from);
                fill(training, from, n, z, 0);
                pass.add(z, n, parts[block]);
            }
        });
        return parts;
    }

    /** Writes the standardised columns of {@code n} rows to the beginnings of {@code z[first]} and those after it. */
    void fill(LabelledRows rows, int from, int n, double[][] z, int first) {
        monomials.fill(rows.features(), from, n, z, first);
        for (int j = 0; j < monomials.size(); j++) {
            standardize(z[first + j], n, mean[j], inverse[j]);
        }
    }

    private static void standardize(double[] z, int n, double centre, double factor) {
        for (int i = 0; i < n; i++) {
            z[i] = (z[i] - centre) * factor;
        }
    }

    /** The log-odds of any rows: {@code standardized[0]} is the intercept, the others are weights of standardised columns. */
    double[] logOdds(LabelledRows rows, double[] standardized, Workers workers, Cancellation cancellation) {
        double[] f = new double[rows.size()];
        Blocks blocks = new Blocks(rows.size());
        workers.run(blocks.count(), block -> {
            double[][] z = new double[monomials.size()][Math.min(Blocks.STRETCH, rows.size())];
            double[] sum = new double[Math.min(Blocks.STRETCH, rows.size())];
            for (int from = blocks.from(block); from < blocks.to(block); from += Blocks.STRETCH) {
                cancellation.check();
                int n = Math.min(Blocks.STRETCH, blocks.to(block) - from);
                fill(rows, from, n, z, 0);
                Arrays.fill(sum, 0, n, standardized[0]);
                for (int j = 0; j < monomials.size(); j++) {
                    Vectors.add(standardized[j + 1], z[j], sum, n);
                }
                System.arraycopy(sum, 0, f, from, n);
            }
        });
        return f;
    }

    /** Intercept and weights in the user's units, from those of standardised columns. */
    double[] inUnits(double[] standardized) {
        double[] coefficients = standardized.clone();
        for (int j = 0; j < monomials.size(); j++) {
            coefficients[j + 1] *= inverse[j];
            coefficients[0] -= coefficients[j + 1] * mean[j];
        }
        return coefficients;
    }

    /** A column of ones and the standardised columns of the training rows where these are few, else null; not to be modified. */
    double @Nullable [][] kept() {
        return kept;
    }

    /** The training rows. */
    public LabelledRows training() {
        return training;
    }

    /** The columns. */
    public Monomials monomials() {
        return monomials;
    }

    /** The standard deviation of a column, 0 where it is constant. */
    double deviation(int j) {
        return deviation[j];
    }

    /** The mean of a feature over the training rows. */
    public double featureMean(int feature) {
        return mean[feature];
    }

    /** The columns that are constant. */
    List<Integer> constantColumns() {
        List<Integer> constant = new ArrayList<>();
        for (int j = 0; j < monomials.size(); j++) {
            if (deviation[j] == 0) {
                constant.add(j);
            }
        }
        return constant;
    }
}
