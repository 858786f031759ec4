package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A fold of rows and models fitted to the others, min ½‖y − Fb‖² + l1 ‖b‖₁ + ½ l2 ‖b‖² with F and y centred on them: by QR of
 * the rows themselves, so that what is lost is the condition number, where sums of products lose its square.
 */
final class HeldOutFold {
    /** What rounding leaves of a sum of products, relative to its terms. */
    private static final double ROUNDING = 0x1p-47;

    private static final double SLACK = 10;
    private static final int MOST_STEPS = 1000;

    /** The number of rows that models are fitted to. */
    final int rest;

    /** Norm of F_A, with the penalty's rows, times that of its inverse, for the last model's non-zero coefficients A. */
    double condition = 1;

    private final int p;
    private final RealMatrix features;
    private final RealVector response;
    private final RealMatrix heldFeatures;
    private final RealVector heldResponse;
    private final double scale;
    private RealVector b;
    private final double[] sign;

    /**
     * @param columns all rows of each feature
     * @param held which rows the fold consists of
     */
    HeldOutFold(double[][] columns, double[] y, IntPredicate held) {
        int[] out = IntStream.range(0, y.length).filter(held).toArray();
        int[] in = IntStream.range(0, y.length).filter(held.negate()).toArray();
        rest = in.length;
        p = columns.length;
        features = new Array2DRowRealMatrix(rest, p);
        heldFeatures = new Array2DRowRealMatrix(out.length, p);
        for (int k = 0; k < p; k++) {
            double mean = mean(columns[k], in);
            features.setColumn(k, minus(columns[k], in, mean));
            heldFeatures.setColumn(k, minus(columns[k], out, mean));
        }
        double mean = mean(y, in);
        response = new ArrayRealVector(minus(y, in, mean), false);
        heldResponse = new ArrayRealVector(minus(y, out, mean), false);
        scale = features.preMultiply(response).getLInfNorm();
        b = new ArrayRealVector(p);
        sign = new double[p];
    }

    private static double mean(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> column[i]).average().orElseThrow();
    }

    private static double[] minus(double[] column, int[] rows, double mean) {
        return Arrays.stream(rows).mapToDouble(i -> column[i] - mean).toArray();
    }

    /** The variance of y over the fold. */
    double variance() {
        double mean = Arrays.stream(heldResponse.toArray()).average().orElseThrow();
        return heldResponse.mapSubtract(mean).dotProduct(heldResponse.mapSubtract(mean)) / heldResponse.getDimension();
    }

    /** Mean squared error on the fold without a penalty of absolute values: one least-squares problem. */
    double error(double l2) {
        Arrays.fill(sign, 0);
        b = stationary(IntStream.range(0, p).toArray(), 0, l2);
        return error();
    }

    /**
     * Mean squared error on the fold. How the non-zero coefficients are found proves nothing: what does are the optimality
     * conditions, which are checked on the rows. Fastest when penalties fall from one call to the next.
     */
    double error(double l1, double l2) {
        int steps = 0;
        do {
            settle(l1, l2);
            assertThat(steps++).as("steps to the reference's optimum").isLessThan(MOST_STEPS);
        } while (admitWorst(l1, l2));
        RealVector slopes = slopes(l2);
        for (int k = 0; k < p; k++) {
            double slope = slopes.getEntry(k);
            double wanted = b.getEntry(k) == 0 ? Math.clamp(slope, -l1, l1) : Math.signum(b.getEntry(k)) * l1;
            assertThat(slope)
                    .as("reference's optimality, power %d of %d", k + 1, p)
                    .isCloseTo(wanted, within(SLACK * rounding()));
        }
        return error();
    }

    private double rounding() {
        return ROUNDING * (scale + rest * b.getL1Norm());
    }

    private double error() {
        RealVector residual = heldResponse.subtract(heldFeatures.operate(b));
        return residual.dotProduct(residual) / residual.getDimension();
    }

    // To the best b with these signs; whatever would change its sign on the way becomes zero.
    private void settle(double l1, double l2) {
        while (true) {
            int[] active = IntStream.range(0, p).filter(k -> sign[k] != 0).toArray();
            RealVector target = stationary(active, l1, l2);
            double reach = 1;
            int first = -1;
            for (int k : active) {
                double share = b.getEntry(k) / (b.getEntry(k) - target.getEntry(k));
                if (target.getEntry(k) * sign[k] <= 0 && share < reach) {
                    reach = share;
                    first = k;
                }
            }
            b = b.add(target.subtract(b).mapMultiply(reach));
            if (first < 0) {
                return;
            }
            sign[first] = 0;
            b.setEntry(first, 0);
        }
    }

    private boolean admitWorst(double l1, double l2) {
        RealVector slopes = slopes(l2);
        double bound = l1 + rounding();
        int worst = -1;
        for (int k = 0; k < p; k++) {
            if (sign[k] == 0 && Math.abs(slopes.getEntry(k)) > bound) {
                bound = Math.abs(slopes.getEntry(k));
                worst = k;
            }
        }
        if (worst < 0) {
            return false;
        }
        sign[worst] = Math.signum(slopes.getEntry(worst));
        return true;
    }

    private RealVector slopes(double l2) {
        return features.preMultiply(response.subtract(features.operate(b))).subtract(b.mapMultiply(l2));
    }

    // (F_A'F_A + l2) b_A = F_A'y − l1 s_A with QR = F_A over rows of √l2: b_A = R⁻¹ (Q'y − l1 R⁻ᵀ s_A).
    private RealVector stationary(int[] active, double l1, double l2) {
        RealVector solution = new ArrayRealVector(p);
        if (active.length == 0) {
            condition = 1;
            return solution;
        }
        int size = active.length;
        RealMatrix system = new Array2DRowRealMatrix(rest + size, size);
        for (int j = 0; j < size; j++) {
            system.setColumnVector(j, features.getColumnVector(active[j]).append(new ArrayRealVector(size)));
            system.setEntry(rest + j, j, Math.sqrt(l2));
        }
        QRDecomposition qr = new QRDecomposition(system);
        RealVector unpenalized = qr.getSolver().solve(response.append(new ArrayRealVector(size)));
        double[][] inverse = inverse(qr.getR());
        condition = system.getFrobeniusNorm() * new Array2DRowRealMatrix(inverse, false).getFrobeniusNorm();
        double[] turned = new double[size];
        for (int j = 0; j < size; j++) {
            for (int i = 0; i <= j; i++) {
                turned[j] += inverse[i][j] * sign[active[i]];
            }
        }
        for (int i = 0; i < size; i++) {
            double entry = unpenalized.getEntry(i);
            for (int j = i; j < size; j++) {
                entry -= l1 * inverse[i][j] * turned[j];
            }
            solution.setEntry(active[i], entry);
        }
        return solution;
    }

    // Of the upper triangle.
    private static double[][] inverse(RealMatrix r) {
        int size = r.getColumnDimension();
        double[][] inverse = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int i = j; i >= 0; i--) {
                double sum = i == j ? 1 : 0;
                for (int k = i + 1; k <= j; k++) {
                    sum -= r.getEntry(i, k) * inverse[k][j];
                }
                inverse[i][j] = sum / r.getEntry(i, i);
            }
        }
        return inverse;
    }
}
