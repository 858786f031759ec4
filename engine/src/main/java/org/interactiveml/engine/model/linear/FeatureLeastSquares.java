package org.interactiveml.engine.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/**
 * Least squares on several features: the normal equations of the standardised features, refined with residuals of the rows.
 *
 * <p>Each refinement solves for what the rows say is left, so that the error falls from κ² · 10⁻¹⁶ to about κ · 10⁻¹⁶ (Å. Björck,
 * "Stability analysis of the method of seminormal equations", Linear Algebra Appl. 88 (1987) 31). Dependent features share their weight so that
 * the norm of the coefficients of the standardised features is least.
 */
final class FeatureLeastSquares {
    /** Beyond so many cells a pass is felt, and only lost digits are worth it. */
    private static final long FEW_CELLS = 2_000_000;

    private static final double VISIBLE_LOSS = 1e3;
    private static final int MOST_REFINEMENTS = 4;
    private static final double SETTLED = 1e-15;
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_NAMED = 3;
    /** Weights below this share of the largest are rounding. */
    private static final double NO_WEIGHT = 1e-6;

    private FeatureLeastSquares() {}

    /**
     * What solves the equations.
     *
     * @param b of the standardised features, in units of z
     * @param intercept the same
     */
    @SuppressWarnings("ArrayRecordComponent") // intermediate results
    record Solution(PivotedFactor factor, double[] b, double intercept, Convergence convergence) {}

    static Solution solve(LinearSample sample, Workers workers, Cancellation cancellation) {
        FeatureCovariance train = sample.training();
        int p = sample.size();
        PivotedFactor factor = PivotedFactor.of(sample, cancellation);
        double[] b = new double[p];
        factor.solve(train.xy, b);
        double intercept = train.intercept(b);
        boolean worthwhile =
                (long) sample.data().size() * p <= FEW_CELLS || factor.loss() > VISIBLE_LOSS || !factor.isFull();
        double scale = largest(train.xy);
        double gap = 0;
        int refinements = 0;
        if (worthwhile && scale > 0) {
            double[] step = new double[p];
            double before = Double.POSITIVE_INFINITY;
            while (refinements < MOST_REFINEMENTS) {
                LinearFunction function = new LinearFunction(sample.scaling(), intercept, b);
                FeatureResiduals left = FeatureResiduals.of(sample, function, true, workers, cancellation);
                double[] gradient = gradient(left, train);
                // Relative to what cancels in it: coefficients of nearly dependent features are large.
                gap = largest(gradient) / (scale + absoluteSum(b));
                factor.solve(gradient, step);
                double size = largest(step);
                if (!(size < before / 2) || size <= SETTLED * largest(b)) {
                    break;
                }
                before = size;
                refinements++;
                for (int j = 0; j < p; j++) {
                    b[j] += step[j];
                }
                intercept = train.intercept(b);
            }
        }
        boolean converged = gap <= TOLERANCE;
        String message = converged
                ? "solved directly"
                : "the normal equations are left with a relative residual of " + gap + ", above " + TOLERANCE;
        return new Solution(factor, b, intercept, new Convergence(converged, refinements, gap, message));
    }

    // Covariances of the features with the residuals.
    private static double[] gradient(FeatureResiduals left, FeatureCovariance train) {
        double[] gradient = left.products().clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = (gradient[j] - train.mean[j] * left.sum()) / train.rows;
        }
        return gradient;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double absoluteSum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /** One line for each of the first dependent features. */
    static List<String> dependencies(LinearSample sample, PivotedFactor factor) {
        List<String> lines = new ArrayList<>();
        List<String> names = sample.data().featureNames();
        int[] order = factor.order();
        for (int k = factor.rank(); k < order.length && lines.size() < MOST_NAMED; k++) {
            double[] weights = factor.combination(k);
            double floor = NO_WEIGHT * largest(weights);
            List<String> from = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                if (Math.abs(weights[i]) > floor) {
                    from.add(names.get(order[i]));
                }
            }
            int more = from.size() - 2 * MOST_NAMED;
            lines.add(names.get(order[k]) + " follows from "
                    + String.join(", ", more > 0 ? from.subList(0, 2 * MOST_NAMED) : from)
                    + (more > 0 ? " and " + more + " more" : "") + " over the training rows");
        }
        int more = order.length - factor.rank() - MOST_NAMED;
        if (more > 0) {
            lines.add("so do " + more + " more");
        }
        return lines;
    }
}
