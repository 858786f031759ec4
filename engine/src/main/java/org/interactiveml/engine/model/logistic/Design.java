package org.interactiveml.engine.model.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Vectors;
import org.interactiveml.engine.numeric.Workers;

/**
 * The training rows, and how their products of features are brought to mean 0 and standard deviation 1.
 *
 * <p>The products are never stored: each pass makes them anew for a few hundred rows at a time, which costs less than fetching
 * them from memory. Immutable; nothing here depends on the penalty.
 */
public final class Design {
    /** A column that varies less than this part of its size has lost all its digits. */
    private static final double CONSTANT = 1e-14;

    /** Sums of so large numbers still are numbers, and inverses of so small ones. */
    private static final double LARGEST = 1e300;

    private static final double SMALLEST = 1e-300;

    private final LabelledRows training;
    private final Monomials monomials;
    private final double[] mean;
    private final double[] deviation;
    private final double[] inverse;

    private Design(LabelledRows training, Monomials monomials, double[] mean, double[] deviation, double[] inverse) {
        this.training = training;
        this.monomials = monomials;
        this.mean = mean;
        this.deviation = deviation;
        this.inverse = inverse;
    }

    /**
     * Reads the training rows twice, for the means and for the deviations from them.
     *
     * @throws Infeasible where a product is too large for a number
     */
    public static Design of(LabelledRows training, Monomials monomials, Workers workers, Cancellation cancellation) {
        int size = monomials.size();
        double[] zero = new double[size];
        double[] one = new double[size];
        Arrays.fill(one, 1);
        Design raw = new Design(training, monomials, zero, one, one);
        double[] mean = new double[size];
        double[] largest = new double[size];
        raw.sums(mean, largest, workers, cancellation);
        for (int j = 0; j < size; j++) {
            mean[j] /= training.size();
        }
        refuseInfinite(monomials, largest);

        Design centred = new Design(training, monomials, mean, one, one);
        double[] spread = new double[size];
        centred.sums(zero, spread, workers, cancellation);
        double[] scale = new double[size];
        for (int j = 0; j < size; j++) {
            scale[j] = spread[j] <= Math.max(SMALLEST, CONSTANT * largest[j]) ? 0 : 1 / spread[j];
        }
        Design scaled = new Design(training, monomials, mean, spread, scale);
        double[] squares = scaled.squares(workers, cancellation);
        double[] deviation = new double[size];
        double[] inverse = new double[size];
        for (int j = 0; j < size; j++) {
            double root = Math.sqrt(squares[j] / training.size());
            deviation[j] = scale[j] == 0 ? 0 : spread[j] * root;
            inverse[j] = scale[j] == 0 ? 0 : 1 / deviation[j];
        }
        return new Design(training, monomials, mean, deviation, inverse);
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

    // Per column the sum, and the largest magnitude.
    private void sums(double[] sum, double[] largest, Workers workers, Cancellation cancellation) {
        Blocks blocks = new Blocks(training.size());
        int size = monomials.size();
        double[][] sums = new double[blocks.count()][size];
        double[][] magnitudes = new double[blocks.count()][size];
        eachStretch(blocks, workers, cancellation, (block, z, n) -> {
            for (int j = 0; j < size; j++) {
                sums[block][j] += Vectors.sum(z[j], 0, n);
                magnitudes[block][j] = Math.max(magnitudes[block][j], largest(z[j], n));
            }
        });
        for (int block = 0; block < blocks.count(); block++) {
            for (int j = 0; j < size; j++) {
                sum[j] += sums[block][j];
                largest[j] = Math.max(largest[j], magnitudes[block][j]);
            }
        }
    }

    private static double largest(double[] z, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(z[i]));
        }
        return largest;
    }

    private double[] squares(Workers workers, Cancellation cancellation) {
        Blocks blocks = new Blocks(training.size());
        int size = monomials.size();
        double[][] sums = new double[blocks.count()][size];
        eachStretch(blocks, workers, cancellation, (block, z, n) -> {
            for (int j = 0; j < size; j++) {
                sums[block][j] += Vectors.dot(z[j], z[j], 0, n);
            }
        });
        double[] squares = new double[size];
        for (double[] sum : sums) {
            for (int j = 0; j < size; j++) {
                squares[j] += sum[j];
            }
        }
        return squares;
    }

    /** What is done with the columns of n rows. */
    private interface Pass {
        void add(int block, double[][] z, int n);
    }

    private void eachStretch(Blocks blocks, Workers workers, Cancellation cancellation, Pass pass) {
        workers.run(blocks.count(), block -> {
            double[][] z = new double[monomials.size()][Math.min(Blocks.STRETCH, training.size())];
            for (int from = blocks.from(block); from < blocks.to(block); from += Blocks.STRETCH) {
                cancellation.check();
                int n = Math.min(Blocks.STRETCH, blocks.to(block) - from);
                fill(training, from, n, z, 0);
                pass.add(block, z, n);
            }
        });
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
