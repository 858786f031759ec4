package org.interactiveml.engine.model.curvefit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.TDistribution;
import org.interactiveml.engine.model.Convergence;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * A fitted formula with what the data say about each parameter, to first order (D. Bates, D. Watts, "Nonlinear Regression
 * Analysis and Its Applications", Wiley 1988, section 2.3): with J the derivatives at the estimate and s² = Σ(y − f)² / (n − p)
 * the covariance of the estimate is s² (Jᵀ J)⁻¹.
 *
 * <p>Standard errors, covariance and correlation are NaN where the data do not determine every parameter, or leave no degrees
 * of freedom. Immutable and thread-safe.
 */
public final class CurveFit {
    private final CurveModel model;
    private final int rows;
    private final double[] estimate;
    private final double[] start;
    private final double residualSumOfSquares;
    private final double @Nullable [][] inverse;
    private final Convergence convergence;
    private final int evaluations;
    private final List<String> notes;

    private CurveFit(
            CurveModel model,
            int rows,
            Solution solution,
            double[] start,
            Convergence convergence,
            int evaluations,
            List<String> notes) {
        this.model = model;
        this.rows = rows;
        this.estimate = solution.parameters();
        this.start = start;
        this.residualSumOfSquares = solution.residualSumOfSquares();
        this.inverse = solution.inverse();
        this.convergence = convergence;
        this.evaluations = evaluations;
        this.notes = notes;
    }

    static CurveFit of(
            CurveModel model,
            CurveSample sample,
            Solution solution,
            double[] start,
            Convergence convergence,
            int evaluations) {
        List<String> notes = new ArrayList<>();
        for (int[] group : solution.undetermined()) {
            String names = Arrays.stream(group)
                    .mapToObj(k -> model.parameters().get(k))
                    .collect(Collectors.joining(", "));
            notes.add(
                    group.length == 1
                            ? names + " is not determined by the data: at the estimate it has no effect on the curve"
                            : names + " are not determined by the data: only a combination of them has an effect");
        }
        if (sample.size() == estimateSize(solution)) {
            notes.add("no standard errors: as many parameters as rows leave no degrees of freedom");
        }
        return new CurveFit(model, sample.size(), solution, start, convergence, evaluations, notes);
    }

    private static int estimateSize(Solution solution) {
        return solution.parameters().length;
    }

    /** What was fitted. */
    public CurveModel model() {
        return model;
    }

    /** One value per parameter; not to be modified, nor are the other arrays. */
    public double[] estimate() {
        return estimate;
    }

    /** Where the descent that led here began. */
    public double[] start() {
        return start;
    }

    /** Σ(y − f)². */
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /** The number of rows fitted. */
    public int rows() {
        return rows;
    }

    /** n − p. */
    public int degreesOfFreedom() {
        return rows - estimate.length;
    }

    /** s; NaN without degrees of freedom. */
    public double residualStandardDeviation() {
        return degreesOfFreedom() > 0 ? Math.sqrt(residualSumOfSquares / degreesOfFreedom()) : Double.NaN;
    }

    /** How the search ended. */
    public Convergence convergence() {
        return convergence;
    }

    /** Points at which the formula was evaluated over all rows. */
    public int evaluations() {
        return evaluations;
    }

    /** What else a user should know, one line each. */
    public List<String> notes() {
        return notes;
    }

    /** Whether the data determine every parameter and leave degrees of freedom. */
    public boolean hasStandardErrors() {
        return inverse != null && degreesOfFreedom() > 0;
    }

    /** One for each parameter. */
    public double[] standardErrors() {
        double[] errors = new double[estimate.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = inverse == null ? Double.NaN : residualStandardDeviation() * Residuals.norm(inverse[k], 0);
        }
        return errors;
    }

    /** s² (Jᵀ J)⁻¹, p×p. */
    public double[][] covariance() {
        double variance = residualStandardDeviation() * residualStandardDeviation();
        double[][] covariance = new double[estimate.length][estimate.length];
        for (int i = 0; i < estimate.length; i++) {
            for (int j = 0; j < estimate.length; j++) {
                covariance[i][j] = inverse == null
                        ? Double.NaN
                        : variance * Vectors.dot(inverse[i], inverse[j], 0, estimate.length);
            }
        }
        return covariance;
    }

    /** The covariance in units of the standard errors, p×p; also where the residuals vanish. */
    public double[][] correlation() {
        double[][] correlation = new double[estimate.length][estimate.length];
        for (int i = 0; i < estimate.length; i++) {
            for (int j = 0; j < estimate.length; j++) {
                correlation[i][j] = inverse == null
                        ? Double.NaN
                        : i == j
                                ? 1
                                : Vectors.dot(inverse[i], inverse[j], 0, estimate.length)
                                        / (Residuals.norm(inverse[i], 0) * Residuals.norm(inverse[j], 0));
            }
        }
        return correlation;
    }

    /** The factor of a standard error that gives half the width of a two-sided interval, from Student's distribution. */
    public double quantile(double confidence) {
        return degreesOfFreedom() > 0
                ? new TDistribution(null, degreesOfFreedom()).inverseCumulativeProbability(0.5 + confidence / 2)
                : Double.NaN;
    }

    /** The fitted curve at the given rows, one column per predictor. */
    public double[] values(double[][] x, Cancellation cancellation) {
        return model.values(x, estimate, cancellation);
    }

    /** The standard error of the curve at the given rows, by the delta method: s ‖R⁻ᵀ ∂f/∂b‖. */
    public double[] standardErrors(double[][] x, Cancellation cancellation) {
        double[] errors = new double[x[0].length];
        if (inverse == null || degreesOfFreedom() < 1) {
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        double[][] slopes = new double[1 + estimate.length][errors.length];
        CurveModel.run(model.slopes(), x, estimate, slopes, cancellation);
        double deviation = residualStandardDeviation();
        for (int i = 0; i < errors.length; i++) {
            double sum = 0;
            for (int j = 0; j < estimate.length; j++) {
                double part = 0;
                for (int k = 0; k < estimate.length; k++) {
                    part += inverse[k][j] * slopes[1 + k][i];
                }
                sum += part * part;
            }
            errors[i] = deviation * Math.sqrt(sum);
        }
        return errors;
    }
}
