package org.interactiveml.engine.model.linear;

import java.util.Arrays;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;

/**
 * Minimises ½ bᵀRb − gᵀb + λ₁‖b‖₁ + ½ λ₂‖b‖² exactly, for one (λ₁, λ₂) after another.
 *
 * <p>An active-set method: with the signs s of the non-zero coefficients A known, b solves (R_AA + λ₂) b_A = g_A − λ₁ s_A. The
 * step towards that point ends where the first coefficient reaches zero, which then leaves A; after a full step the zero
 * coefficient that violates its condition |g − Rb|_j ≤ λ₁ most enters. Every step lowers the objective and no sign pattern
 * comes twice, so it ends after finitely many; along a path of falling penalties the pattern of the last solution is mostly
 * right at once. Coordinate descent would need thousands of sweeps, since neighbouring powers correlate at 0.99 and more; it
 * remains as the way out where rounding makes the patterns cycle. (H. Lee, A. Battle, R. Raina, A. Ng, "Efficient sparse coding
 * algorithms", NIPS 2006, section 3; J. Friedman, T. Hastie, R. Tibshirani, J. Statistical Software 33 (2010) 1.)
 *
 * <p>Holds its own workspace, allocates nothing while solving; not thread-safe.
 */
final class ElasticNetSolver implements PenalizedSolver {
    /** Least pivot of a factor: a nearly collinear power may enter, moves far, and so drives out the one it replaces. */
    private static final double PIVOT_FLOOR = 0x1p-50;

    private static final double ROUNDING = 0x1p-47;
    private static final int STEPS_PER_COEFFICIENT = 40;
    private static final int SWEEPS = 20_000;
    private static final int SWEEPS_PER_POLL = 64;

    private static final double TOLERANCE = 1e-9;

    private final int p;
    private final double l1Ratio;
    private final double l1Unit;
    private final double[] gram;
    private final double[] xy;
    private final double[] b;
    private final double[] sign;
    private final double[] gradient;
    private final boolean[] barred;
    private final int[] active;
    private int actives;
    private final double[] factor;
    private int factored;
    private double factoredL2 = Double.NaN;
    private final double[] target;
    private double xyMax;
    private int iterations;

    /**
     * @param l1Ratio share of the absolute values in the penalty
     * @param l1Unit factor from the user's alpha to that of the scaled y: 2^−yExponent
     */
    ElasticNetSolver(int p, double l1Ratio, double l1Unit) {
        this.p = p;
        this.l1Ratio = l1Ratio;
        this.l1Unit = l1Unit;
        this.gram = new double[p * p];
        this.xy = new double[p];
        this.b = new double[p];
        this.sign = new double[p];
        this.gradient = new double[p];
        this.barred = new boolean[p];
        this.active = new int[p];
        this.factor = new double[p * p];
        this.target = new double[p];
    }

    @Override
    public double[] gram() {
        return gram;
    }

    @Override
    public double[] xy() {
        return xy;
    }

    @Override
    public void start(double rows) {
        Arrays.fill(b, 0);
        Arrays.fill(sign, 0);
        actives = 0;
        factored = 0;
        factoredL2 = Double.NaN;
        iterations = 0;
        xyMax = 0;
        for (int j = 0; j < p; j++) {
            xyMax = Math.max(xyMax, Math.abs(xy[j]));
        }
    }

    /** The least alpha, in the user's units, with which all coefficients are zero. */
    double alphaMax() {
        return xyMax / (l1Ratio * l1Unit);
    }

    @Override
    public double[] solve(double alpha, Cancellation cancellation) {
        solve(alpha * l1Ratio * l1Unit, alpha * (1 - l1Ratio), cancellation);
        return b;
    }

    @Override
    public Convergence certify(double alpha, double yVariance) {
        double l1 = alpha * l1Ratio * l1Unit;
        double l2 = alpha * (1 - l1Ratio);
        double gap = Math.max(violation(l1, l2), dualityGap(l1, l2, yVariance));
        boolean converged = gap <= TOLERANCE;
        String message = converged
                ? "optimal after " + iterations + " steps"
                : "not optimal after " + iterations + " steps: the gap is " + gap + ", above " + TOLERANCE;
        return new Convergence(converged, iterations, gap, message);
    }

    private void solve(double l1, double l2, Cancellation cancellation) {
        if (l2 != factoredL2) {
            factored = 0;
            factoredL2 = l2;
        }
        Arrays.fill(barred, false);
        int limit = iterations + STEPS_PER_COEFFICIENT * (p + 1);
        while (iterations < limit) {
            iterations++;
            cancellation.check();
            if (stepWithinPattern(l1, l2) && !activateWorst(l1)) {
                return;
            }
        }
        descend(l1, l2, cancellation);
    }

    // True when the step went all the way.
    private boolean stepWithinPattern(double l1, double l2) {
        for (int k = factored; k < actives; k++) {
            int row = k * p;
            int from = active[k] * p;
            for (int i = 0; i < k; i++) {
                factor[row + i] = gram[from + active[i]];
            }
            factor[row + k] = gram[from + active[k]] + l2;
            Cholesky.factorRow(factor, p, k, PIVOT_FLOOR);
        }
        factored = actives;
        for (int k = 0; k < actives; k++) {
            int j = active[k];
            target[k] = xy[j] - l1 * sign[j];
        }
        Cholesky.forward(factor, p, actives, target);
        Cholesky.backward(factor, p, actives, target);
        int leaving = -1;
        double fraction = 1;
        for (int k = 0; k < actives; k++) {
            int j = active[k];
            if (target[k] * sign[j] <= 0) {
                double reach = b[j] == 0 ? 0 : b[j] / (b[j] - target[k]);
                if (leaving < 0 || reach < fraction) {
                    leaving = k;
                    fraction = reach;
                }
            }
        }
        if (leaving < 0) {
            for (int k = 0; k < actives; k++) {
                b[active[k]] = target[k];
            }
            return true;
        }
        for (int k = 0; k < actives; k++) {
            int j = active[k];
            b[j] += fraction * (target[k] - b[j]);
        }
        deactivate(leaving, fraction == 0);
        return false;
    }

    private void deactivate(int position, boolean bar) {
        int j = active[position];
        b[j] = 0;
        sign[j] = 0;
        barred[j] = bar;
        actives--;
        for (int k = position; k < actives; k++) {
            active[k] = active[k + 1];
        }
        factored = Math.min(factored, position);
    }

    private boolean activateWorst(double l1) {
        double size = updateGradient();
        double bound = l1 + ROUNDING * (xyMax + size);
        int worst = -1;
        for (int j = 0; j < p; j++) {
            double violation = Math.abs(gradient[j]);
            if (violation > bound && sign[j] == 0 && !barred[j]) {
                bound = violation;
                worst = j;
            }
        }
        if (worst < 0) {
            return false;
        }
        sign[worst] = Math.signum(gradient[worst]);
        active[actives++] = worst;
        return true;
    }

    // g − Rb; returns ‖b‖₁, the size of what may cancel in it.
    private double updateGradient() {
        double size = 0;
        System.arraycopy(xy, 0, gradient, 0, p);
        for (int k = 0; k < actives; k++) {
            int j = active[k];
            double bj = b[j];
            int row = j * p;
            for (int i = 0; i < p; i++) {
                gradient[i] -= bj * gram[row + i];
            }
            size += Math.abs(bj);
        }
        return size;
    }

    // Cyclic coordinate descent from where the active set got stuck.
    private void descend(double l1, double l2, Cancellation cancellation) {
        updateGradient();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep % SWEEPS_PER_POLL == 0) {
                cancellation.check();
            }
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double diagonal = gram[j * p + j];
                double raw = gradient[j] + diagonal * b[j];
                double shrunk = Math.max(0, Math.abs(raw) - l1);
                double next = shrunk == 0 ? 0 : Math.copySign(shrunk / (diagonal + l2), raw);
                double change = next - b[j];
                if (change != 0) {
                    b[j] = next;
                    for (int i = 0; i < p; i++) {
                        gradient[i] -= change * gram[j * p + i];
                    }
                    largest = Math.max(largest, Math.abs(change) * diagonal);
                }
            }
            iterations++;
            if (largest <= ROUNDING * xyMax) {
                break;
            }
        }
        actives = 0;
        factored = 0;
        for (int j = 0; j < p; j++) {
            sign[j] = Math.signum(b[j]);
            if (b[j] != 0) {
                active[actives++] = j;
            }
        }
    }

    // The largest violation of the optimality conditions, relative to max |g_j|; 0 for g = 0.
    private double violation(double l1, double l2) {
        updateGradient();
        double worst = 0;
        for (int j = 0; j < p; j++) {
            double slope = gradient[j] - l2 * b[j];
            double violation = b[j] == 0 ? Math.abs(slope) - l1 : Math.abs(slope - Math.signum(b[j]) * l1);
            worst = Math.max(worst, violation);
        }
        return xyMax == 0 ? 0 : worst / xyMax;
    }

    // The duality gap relative to half the variance of y, with scikit-learn's dual point: the residual, shrunk until
    // its
    // correlations are at most λ₁.
    private double dualityGap(double l1, double l2, double yVariance) {
        if (yVariance == 0) {
            return 0;
        }
        updateGradient();
        double absolute = 0;
        double squared = 0;
        double fitted = 0;
        double residual = yVariance;
        double dualNorm = 0;
        for (int j = 0; j < p; j++) {
            absolute += Math.abs(b[j]);
            squared += b[j] * b[j];
            fitted += b[j] * xy[j];
            residual -= b[j] * (xy[j] + gradient[j]);
            dualNorm = Math.max(dualNorm, Math.abs(gradient[j] - l2 * b[j]));
        }
        double shrink = dualNorm > l1 ? l1 / dualNorm : 1;
        double gap =
                0.5 * (1 + shrink * shrink) * (residual + l2 * squared) + l1 * absolute - shrink * (yVariance - fitted);
        return Math.abs(gap) / (0.5 * yVariance);
    }
}
