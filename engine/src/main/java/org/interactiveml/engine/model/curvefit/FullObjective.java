package org.interactiveml.engine.model.curvefit;

import org.interactiveml.engine.formula.CompiledFormula.Evaluator;
import org.interactiveml.engine.numeric.Cancellation;
import org.jspecify.annotations.Nullable;

/** The sum of squares as a function of all parameters. */
final class FullObjective implements Objective {
    private final CurveModel model;
    private final CurveSample sample;
    private final Cancellation cancellation;
    private final Evaluator slopes;
    private final PivotedQr qr;
    private final double[][] outs;
    /** The derivatives among these, reordered by the factorisation. */
    private final double[][] columns;

    private final double[] residuals;
    private double[] point = {};

    FullObjective(CurveModel model, CurveSample sample, Cancellation cancellation) {
        this.model = model;
        this.sample = sample;
        this.cancellation = cancellation;
        slopes = model.slopes();
        qr = new PivotedQr(size());
        outs = new double[1 + size()][sample.size()];
        columns = new double[size()][];
        residuals = new double[sample.size()];
    }

    @Override
    public int size() {
        return model.parameters().size();
    }

    @Override
    public double cost(double[] newPoint) {
        point = newPoint.clone();
        CurveModel.run(slopes, sample.x(), point, outs, cancellation);
        return Residuals.of(sample.y(), outs[0], residuals);
    }

    @Override
    public @Nullable PivotedQr slopes() {
        if (!Residuals.areFinite(outs, 1)) {
            return null;
        }
        System.arraycopy(outs, 1, columns, 0, size());
        qr.factor(columns);
        qr.rotate(residuals);
        return qr;
    }

    @Override
    public double[] rotated() {
        return residuals;
    }

    @Override
    public double[] parameters() {
        return point;
    }
}
