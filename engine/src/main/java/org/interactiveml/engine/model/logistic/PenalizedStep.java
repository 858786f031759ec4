package org.interactiveml.engine.model.logistic;

import java.util.Arrays;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Cholesky;

/**
 * The step d that minimises the quadratic model gᵀd + ½ dᵀHd + Σ l1_j |w_j + d_j| + ½ Σ l2_j (w_j + d_j)².
 *
 * <p>Without l1 it is the solution of a linear system. With l1, coordinate descent finds out which weights are zero, and a linear
 * system in the others gives their values; both alternate until no zero wants to leave, which is exact after finitely many
 * rounds. Sources: J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear models via coordinate descent",
 * J. Stat. Software 33 (2010); the restricted system as in H. Lee et al., "Efficient sparse coding algorithms", NIPS 2006. Allocates
 * nothing per step. Not thread-safe.
 */
final class PenalizedStep {
    /** Least pivot as a part of the diagonal: what lies below is rounding. */
    private static final double FLOOR = 1e-14;

    private static final int ROUNDS = 100;
    private static final double SLACK = 1e-12;

    private final int size;
    private final double[] l1;
    private final double[] l2;
    private final double damping;
    private final boolean sparse;
    private final Cancellation cancellation;

    private final double[] matrix;
    private final double[] factor;
    private final double[] slope;
    private final double[] target;
    private final double[] solution;
    private final int[] active;

    /**
     * Prepares steps.
     *
     * @param l1 for each unknown, 0 for the intercept; read again at each step
     * @param l2 the same
     * @param damping is added to the diagonal of H
     */
    PenalizedStep(double[] l1, double[] l2, double damping, Cancellation cancellation) {
        this.damping = damping;
        this.l1 = l1;
        this.l2 = l2;
        this.cancellation = cancellation;
        size = l1.length;
        sparse = Arrays.stream(l1).anyMatch(value -> value > 0);
        matrix = new double[size * size];
        factor = new double[size * size];
        slope = new double[size];
        target = new double[size];
        solution = new double[size];
        active = new int[size];
    }

    /**
     * Computes the step.
     *
     * @param gradient g, of the loss alone
     * @param hessian H, lower triangle, row by row
     * @param weights w
     * @param direction receives d
     */
    void solve(double[] gradient, double[] hessian, double[] weights, double[] direction) {
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                matrix[j * size + k] = hessian[j * size + k];
                matrix[k * size + j] = hessian[j * size + k];
            }
            matrix[j * size + j] += l2[j] + damping;
            slope[j] = gradient[j] + l2[j] * weights[j];
            target[j] = weights[j];
        }
        if (sparse) {
            minimize();
        } else {
            int all = 0;
            while (all < size) {
                active[all] = all++;
            }
            solveActive(size);
            for (int j = 0; j < size; j++) {
                target[j] += solution[j];
            }
        }
        for (int j = 0; j < size; j++) {
            direction[j] = target[j] - weights[j];
        }
    }

    private void minimize() {
        for (int round = 0; round < ROUNDS; round++) {
            cancellation.check();
            sweep();
            while (!settleActive()) {
                cancellation.check();
            }
            if (zerosStay()) {
                return;
            }
        }
    }

    private void sweep() {
        for (int j = 0; j < size; j++) {
            double diagonal = matrix[j * size + j];
            double pull = diagonal * target[j] - slope[j];
            double magnitude = Math.max(0, Math.abs(pull) - l1[j]) / diagonal;
            move(j, Math.copySign(magnitude, pull) - target[j]);
        }
    }

    private void move(int j, double delta) {
        if (delta != 0) {
            target[j] += delta;
            int row = j * size;
            for (int k = 0; k < size; k++) {
                slope[k] += delta * matrix[row + k];
            }
        }
    }

    // Solves for the weights that are not zero, as far as none of them changes its sign; whether that was all the way.
    private boolean settleActive() {
        int count = 0;
        for (int j = 0; j < size; j++) {
            if (target[j] != 0 || l1[j] == 0) {
                active[count++] = j;
            }
        }
        solveActive(count);
        double step = 1;
        int crossing = -1;
        for (int a = 0; a < count; a++) {
            int j = active[a];
            double reached = target[j] + solution[a];
            if (l1[j] > 0 && reached * target[j] <= 0 && target[j] / -solution[a] < step) {
                step = target[j] / -solution[a];
                crossing = j;
            }
        }
        moveActive(count, step);
        if (crossing >= 0) {
            move(crossing, -target[crossing]);
            target[crossing] = 0;
        }
        return crossing < 0;
    }

    // solution = −A⁻¹(slope + l1 · sign) among the active unknowns.
    private void solveActive(int count) {
        for (int a = 0; a < count; a++) {
            int j = active[a];
            for (int b = 0; b <= a; b++) {
                factor[a * count + b] = matrix[j * size + active[b]];
            }
            double floor = Math.max(Double.MIN_NORMAL, FLOOR * matrix[j * size + j]);
            Cholesky.factorRow(factor, count, a, floor);
            solution[a] = -(slope[j] + l1[j] * Math.signum(target[j]));
        }
        Cholesky.forward(factor, count, count, solution);
        Cholesky.backward(factor, count, count, solution);
    }

    private void moveActive(int count, double step) {
        for (int a = 0; a < count; a++) {
            move(active[a], step * solution[a]);
        }
    }

    private boolean zerosStay() {
        for (int j = 0; j < size; j++) {
            if (target[j] == 0 && l1[j] > 0 && Math.abs(slope[j]) > l1[j] * (1 + SLACK)) {
                return false;
            }
        }
        return true;
    }
}
