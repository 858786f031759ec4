package org.interactiveml.engine.model.curvefit;

import java.util.Arrays;
import org.interactiveml.engine.formula.CompiledFormula.Evaluator;
import org.interactiveml.engine.numeric.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The sum of squares as a function of the nonlinear parameters alone, the linear ones at their best for each point: the
 * variable projection of G. Golub and V. Pereyra (SIAM J. Numer. Anal. 10, 1973) with L. Kaufman's derivative (BIT 15, 1975).
 *
 * <p>With f = g(x; n) + Φ(x; n) l and Q₁ a basis of the columns of Φ, the residuals are P (y − g) and their derivative is taken
 * as −P ∂f/∂n, P = I − Q₁ Q₁ᵀ. Both are kept rotated by Qᵀ, where P means to drop the first rows.
 */
final class ProjectedObjective implements Objective {
    /** What a projection leaves of a derivative that the linear parameters can replace. */
    private static final double ROUNDING = 1e-13;

    private final CurveModel model;
    private final CurveSample sample;
    private final Cancellation cancellation;
    private final @Nullable Separation separation;
    private final Evaluator basisFormula;
    private final Evaluator bendsFormula;
    private final double[][] outs;
    private final PivotedQr basisQr;
    private final PivotedQr qr;
    private final double[][] basis;
    private final double[][] bends;
    private final double[] residuals;
    private final double[] parameters;
    private final double[] solution;
    // Reordered by the factorisations.
    private final double[][] basisColumns;
    private final double[][] columns;
    private final double[] least;

    ProjectedObjective(CurveModel model, CurveSample sample, Cancellation cancellation) {
        this(model, sample, cancellation, model.separation());
    }

    private ProjectedObjective(
            CurveModel model, CurveSample sample, Cancellation cancellation, @Nullable Separation separation) {
        this.model = model;
        this.sample = sample;
        this.cancellation = cancellation;
        this.separation = separation;
        basisFormula =
                separation == null ? model.basis() : separation.compiled().evaluator();
        // Those of separate terms come with the terms.
        bendsFormula = separation == null ? model.bends() : basisFormula;
        basisQr = new PivotedQr(model.linear().length);
        qr = new PivotedQr(size());
        basis = new double[1 + model.linear().length][sample.size()];
        bends = new double[size()][sample.size()];
        outs = separation == null ? basis : joined(basis, bends);
        residuals = new double[sample.size()];
        parameters = new double[model.parameters().size()];
        solution = new double[model.linear().length];
        basisColumns = new double[solution.length][];
        columns = new double[size()][];
        least = new double[size()];
    }

    private static double[][] joined(double[][] a, double[][] b) {
        double[][] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    /** One that is asked for costs only, which makes these cheaper. */
    static ProjectedObjective ofCosts(CurveModel model, CurveSample sample, Cancellation cancellation) {
        return new ProjectedObjective(model, sample, cancellation, null);
    }

    @Override
    public int size() {
        return model.nonlinear().length;
    }

    @Override
    public double cost(double[] point) {
        for (int k = 0; k < point.length; k++) {
            parameters[model.nonlinear()[k]] = point[k];
        }
        CurveModel.run(basisFormula, sample.x(), parameters, outs, cancellation);
        double cost = Residuals.of(sample.y(), basis[0], residuals);
        if (!(cost < Double.POSITIVE_INFINITY) || !Residuals.areFinite(basis, 1)) {
            return Double.POSITIVE_INFINITY;
        }
        System.arraycopy(basis, 1, basisColumns, 0, solution.length);
        basisQr.factor(basisColumns);
        basisQr.rotate(residuals);
        basisQr.solve(residuals, solution);
        for (int k = 0; k < solution.length; k++) {
            parameters[model.linear()[k]] = solution[k];
        }
        Arrays.fill(residuals, 0, basisQr.rank(), 0);
        return Residuals.sumOfSquares(residuals);
    }

    @Override
    public @Nullable PivotedQr slopes() {
        bend();
        if (!Residuals.areFinite(bends, 0)) {
            return null;
        }
        for (int k = 0; k < bends.length; k++) {
            least[k] = ROUNDING * Residuals.norm(bends[k], 0);
            basisQr.rotate(bends[k]);
            Arrays.fill(bends[k], 0, basisQr.rank(), 0);
            columns[k] = bends[k];
        }
        qr.factor(columns, least);
        qr.rotate(residuals);
        return qr;
    }

    private void bend() {
        if (separation == null) {
            CurveModel.run(bendsFormula, sample.x(), parameters, bends, cancellation);
            return;
        }
        for (int k = 0; k < bends.length; k++) {
            double factor = separation.factor(k, solution);
            for (int i = 0; i < bends[k].length; i++) {
                bends[k][i] *= factor;
            }
        }
    }

    @Override
    public double[] rotated() {
        return residuals;
    }

    @Override
    public double[] parameters() {
        return parameters;
    }
}
