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
    private final Evaluator basisFormula;
    private final Evaluator bendsFormula;
    private final PivotedQr basisQr;
    private final PivotedQr qr;
    private final double[][] basis;
    private final double[][] bends;
    private final double[] residuals;
    private final double[] parameters;
    private final double[] solution;

    ProjectedObjective(CurveModel model, CurveSample sample, Cancellation cancellation) {
        this.model = model;
        this.sample = sample;
        this.cancellation = cancellation;
        basisFormula = model.basis();
        bendsFormula = model.bends();
        basisQr = new PivotedQr(model.linear().length);
        qr = new PivotedQr(size());
        basis = new double[1 + model.linear().length][sample.size()];
        bends = new double[size()][sample.size()];
        residuals = new double[sample.size()];
        parameters = new double[model.parameters().size()];
        solution = new double[model.linear().length];
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
        for (int k : model.linear()) {
            parameters[k] = 0;
        }
        CurveModel.run(basisFormula, sample.x(), parameters, basis, cancellation);
        double cost = Residuals.of(sample.y(), basis[0], residuals);
        if (!(cost < Double.POSITIVE_INFINITY) || !Residuals.areFinite(basis, 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] columns = new double[solution.length][];
        System.arraycopy(basis, 1, columns, 0, solution.length);
        basisQr.factor(columns);
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
        CurveModel.run(bendsFormula, sample.x(), parameters, bends, cancellation);
        if (!Residuals.areFinite(bends, 0)) {
            return null;
        }
        for (double[] bend : bends) {
            double length = Residuals.norm(bend, 0);
            basisQr.rotate(bend);
            Arrays.fill(bend, 0, basisQr.rank(), 0);
            if (Residuals.norm(bend, 0) <= ROUNDING * length) {
                Arrays.fill(bend, 0);
            }
        }
        qr.factor(bends.clone());
        qr.rotate(residuals);
        return qr;
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
