package org.interactiveml.engine.catalog;

import java.util.Optional;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.CurveScores;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.view.Report;

/**
 * A curve fitted by any of the methods, with its scores.
 *
 * @param model the curve and how it was found
 * @param scores on both parts of the data
 */
record KernelFit(KernelModels.Fitted model, CurveScores scores) {
    private static final double BAND = 0.95;

    /** The curve on the grid, with half widths where the model has them. */
    record Drawn(double[] y, Optional<Curve.Band> band) {}

    static KernelFit of(
            KernelModels.Fitted model, Rows rows, Partition split, Workers workers, Cancellation cancellation) {
        return new KernelFit(model, CurveScores.of(model.curve(), rows, split, workers, cancellation));
    }

    Drawn drawn(double[] x, Cancellation cancellation) {
        return new Drawn(RegressionFit.evaluate(model.curve(), x), model.curve().band(x, BAND, cancellation));
    }

    RegressionFit.Predictions predictions(OneVariable.Shown points) {
        return RegressionFit.predictions(model.curve(), points);
    }

    static Report report(KernelFit fit) {
        KernelModels.Fitted model = fit.model();
        Report.Builder report = Report.group();
        model.found().entries().forEach(report::put);
        return report.put("converged", model.convergence().converged())
                .put("train", RegressionFit.report(fit.scores().train()))
                .put("test", RegressionFit.report(fit.scores().test()))
                .put("iterations", model.convergence().iterations())
                .put("gap", model.convergence().gap())
                .put("message", model.convergence().message())
                .put(
                        "notes",
                        RegressionFit.notes(
                                model.notes(),
                                fit.scores().train(),
                                fit.scores().test()))
                .build();
    }

    static Report report(Drawn drawn) {
        Report.Builder report = Report.group().put("y", drawn.y());
        drawn.band()
                .ifPresent(band -> report.put("low", shifted(drawn.y(), band.point(), -1))
                        .put("high", shifted(drawn.y(), band.point(), 1))
                        .put("curveLow", shifted(drawn.y(), band.curve(), -1))
                        .put("curveHigh", shifted(drawn.y(), band.curve(), 1)));
        return report.build();
    }

    private static double[] shifted(double[] y, double[] half, double sign) {
        double[] shifted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            shifted[i] = y[i] + sign * half[i];
        }
        return shifted;
    }
}
