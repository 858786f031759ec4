package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;

/**
 * Where the LASSO's coefficients begin and cease to be zero as alpha falls, exactly.
 *
 * <p>Between two such knots b_A = R_AA⁻¹ (g_A − λ s_A) is a straight line in λ; the next knot is the largest λ at which a
 * coefficient reaches zero, or the correlation of an idle feature with the residual reaches λ. (B. Efron, T. Hastie, I.
 * Johnstone, R. Tibshirani, "Least angle regression", Annals of Statistics 32 (2004) 407, section 3.1.)
 *
 * @param entry features in the order in which they first enter
 * @param entryAlphas where each of them does, falling, in the user's units
 * @param knots all alphas at which a feature enters or leaves, falling
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, handed over and never compared
public record LassoPath(int[] entry, double[] entryAlphas, double[] knots) {

    /** Follows the path of the training rows; a step costs about p times the number of coefficients that are not zero. */
    public static LassoPath of(LinearSample sample, Cancellation cancellation) {
        Walk walk = new Walk(sample.training(), sample.size());
        walk.run(cancellation);
        double unit = sample.scaling().yUnit();
        return new LassoPath(
                Arrays.copyOf(walk.entry, walk.entries),
                scaled(walk.entryLambdas, walk.entries, unit),
                scaled(walk.knots, walk.knotCount, unit));
    }

    private static double[] scaled(double[] lambdas, int count, double unit) {
        double[] alphas = Arrays.copyOf(lambdas, count);
        for (int k = 0; k < count; k++) {
            alphas[k] *= unit;
        }
        return alphas;
    }

    private static final class Walk {
        /** Share of the first λ at which the walk ends: all that follows is the solution of least squares. */
        private static final double FLOOR = 1e-9;
        /** Knots closer than this, relatively, are one. */
        private static final double SAME = 1e-11;
        /** A feature with a smaller pivot follows from those that are in. */
        private static final double DEPENDENT = 1e-12;

        private static final int STEPS_PER_FEATURE = 20;

        private final int p;
        private final double[] gram;
        private final double[] xy;
        private final int[] active;
        private int actives;
        /** By feature; 0 for idle ones. */
        private final double[] sign;

        private final boolean[] seen;
        private final boolean[] barred;
        private final double[] factor;
        /** Along the active ones, b = constant − λ · slope. */
        private final double[] constant;

        private final double[] slope;
        private int justLeft = -1;
        private double lambda;

        final int[] entry;
        final double[] entryLambdas;
        int entries;
        final double[] knots;
        int knotCount;

        Walk(FeatureCovariance train, int p) {
            this.p = p;
            this.gram = train.gram;
            this.xy = train.xy;
            this.active = new int[p];
            this.sign = new double[p];
            this.seen = new boolean[p];
            this.barred = new boolean[p];
            this.factor = new double[p * p];
            this.constant = new double[p];
            this.slope = new double[p];
            this.entry = new int[p];
            this.entryLambdas = new double[p];
            this.knots = new double[STEPS_PER_FEATURE * p];
        }

        void run(Cancellation cancellation) {
            int first = -1;
            for (int j = 0; j < p; j++) {
                if (Math.abs(xy[j]) > lambda) {
                    lambda = Math.abs(xy[j]);
                    first = j;
                }
            }
            if (first < 0) {
                return;
            }
            double floor = FLOOR * lambda;
            enter(first, Math.signum(xy[first]));
            while (knotCount < knots.length) {
                cancellation.check();
                direct();
                if (!advance(floor)) {
                    return;
                }
            }
        }

        private void direct() {
            for (int k = 0; k < actives; k++) {
                constant[k] = xy[active[k]];
                slope[k] = sign[active[k]];
            }
            Cholesky.forward(factor, p, actives, constant);
            Cholesky.backward(factor, p, actives, constant);
            Cholesky.forward(factor, p, actives, slope);
            Cholesky.backward(factor, p, actives, slope);
        }

        // To the next knot; false where there is none.
        private boolean advance(double floor) {
            double next = floor;
            int entering = -1;
            double enteringSign = 0;
            for (int j = 0; j < p; j++) {
                if (sign[j] != 0 || barred[j] || gram[j * p + j] == 0) {
                    continue;
                }
                double level = xy[j];
                double rate = 0;
                for (int k = 0; k < actives; k++) {
                    double r = gram[j * p + active[k]];
                    level -= r * constant[k];
                    rate += r * slope[k];
                }
                double limit = j == justLeft ? lambda * (1 - SAME) : lambda * (1 + SAME);
                double up = level / (1 - rate);
                double down = -level / (1 + rate);
                if (up > next && up <= limit) {
                    next = up;
                    entering = j;
                    enteringSign = 1;
                }
                if (down > next && down <= limit) {
                    next = down;
                    entering = j;
                    enteringSign = -1;
                }
            }
            int leaving = -1;
            for (int k = 0; k < actives; k++) {
                double zero = constant[k] / slope[k];
                if (zero > next && zero < lambda * (1 - SAME)) {
                    next = zero;
                    leaving = k;
                }
            }
            if (leaving < 0 && entering < 0) {
                return false;
            }
            lambda = Math.min(lambda, next);
            justLeft = -1;
            if (leaving >= 0) {
                leave(leaving);
            } else {
                enter(entering, enteringSign);
            }
            return true;
        }

        private void enter(int j, double itsSign) {
            int row = actives * p;
            for (int k = 0; k < actives; k++) {
                factor[row + k] = gram[j * p + active[k]];
            }
            factor[row + actives] = gram[j * p + j];
            if (Cholesky.factorRow(factor, p, actives, Double.MIN_NORMAL) < DEPENDENT * gram[j * p + j]) {
                barred[j] = true;
                return;
            }
            active[actives++] = j;
            sign[j] = itsSign;
            if (!seen[j]) {
                seen[j] = true;
                entry[entries] = j;
                entryLambdas[entries++] = lambda;
            }
            knots[knotCount++] = lambda;
        }

        private void leave(int position) {
            justLeft = active[position];
            sign[justLeft] = 0;
            actives--;
            System.arraycopy(active, position + 1, active, position, actives - position);
            for (int k = position; k < actives; k++) {
                for (int i = 0; i <= k; i++) {
                    factor[k * p + i] = gram[active[k] * p + active[i]];
                }
                Cholesky.factorRow(factor, p, k, Double.MIN_NORMAL);
            }
            knots[knotCount++] = lambda;
        }
    }
}
