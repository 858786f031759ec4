package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** What there is to see of a curve fit. */
final class CurveFitViews {
    static final List<ViewSpec> VIEWS = List.of(
            RegressionViews.SCORES,
            new ViewSpec.Notes(
                    "summary",
                    "How the fit ended",
                    List.of(
                            new ViewSpec.Notes.Note("converged", "fit.converged"),
                            new ViewSpec.Notes.Note("", "fit.message"),
                            new ViewSpec.Notes.Note("", "fit.notes"),
                            new ViewSpec.Notes.Note("residual sum of squares:", "fit.residualSumOfSquares"),
                            new ViewSpec.Notes.Note("residual standard deviation:", "fit.residualStandardDeviation"),
                            new ViewSpec.Notes.Note("degrees of freedom:", "fit.degreesOfFreedom"),
                            new ViewSpec.Notes.Note("iterations:", "fit.iterations"),
                            new ViewSpec.Notes.Note("", "points.note"))),
            new ViewSpec.Plot(
                            "fit",
                            "Fit",
                            "x",
                            "y",
                            false,
                            List.of(
                                    new Layer.Band(
                                            "95 % confidence band", Role.FIT, "grid.x", "curve.low", "curve.high"),
                                    new Layer.Points("Data", Role.TRAIN, "points.train.x", "points.train.y"),
                                    new Layer.Points("Test", Role.TEST, "points.test.x", "points.test.y"),
                                    new Layer.Line("True curve", Role.TRUTH, "grid.x", "grid.truth"),
                                    new Layer.Line("Fitted curve", Role.FIT, "grid.x", "curve.y")))
                    .painting(OneVariable.POINTS),
            new ViewSpec.Table(
                    "estimates",
                    "Estimates with 95 % intervals",
                    "estimates.names",
                    List.of(
                            new ViewSpec.Table.Column("true", "estimates.true"),
                            new ViewSpec.Table.Column("estimate", "estimates.estimate"),
                            new ViewSpec.Table.Column("standard error", "estimates.standardError"),
                            new ViewSpec.Table.Column("from", "estimates.low"),
                            new ViewSpec.Table.Column("to", "estimates.high"),
                            new ViewSpec.Table.Column("start", "estimates.start"))),
            new ViewSpec.Matrix(
                    "correlation",
                    "Correlation of the estimates",
                    "parameter",
                    "parameter",
                    "fit.names",
                    "fit.correlation",
                    ViewSpec.Matrix.Shade.CORRELATION),
            new ViewSpec.Plot(
                    "residuals",
                    "Residuals",
                    "x",
                    "actual − fitted",
                    false,
                    List.of(
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Points("Data", Role.TRAIN, "points.train.x", "predictions.train.residual"),
                            new Layer.Points("Test", Role.TEST, "points.test.x", "predictions.test.residual"))),
            new ViewSpec.Plot(
                    "predicted",
                    "Fitted against actual",
                    "actual y",
                    "fitted y",
                    true,
                    List.of(
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Data", Role.TRAIN, "points.train.y", "predictions.train.predicted"),
                            new Layer.Points("Test", Role.TEST, "points.test.y", "predictions.test.predicted"))));

    private CurveFitViews() {}
}
