package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Layer.Surface.Palette;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** What there is to see of a curve without a formula: what a polynomial shows, and where its hyperparameters come from. */
final class KernelViews {
    static final List<ViewSpec> VIEWS = List.of(
            RegressionViews.SCORES,
            new ViewSpec.Notes(
                    "summary",
                    "How the fit ended",
                    List.of(
                            new ViewSpec.Notes.Note("training rows:", "fit.train.rows"),
                            new ViewSpec.Notes.Note("test rows:", "fit.test.rows"),
                            new ViewSpec.Notes.Note("effective degrees of freedom:", "fit.effectiveDegreesOfFreedom"),
                            new ViewSpec.Notes.Note("length scale:", "fit.lengthScale"),
                            new ViewSpec.Notes.Note("signal sd:", "fit.signalSd"),
                            new ViewSpec.Notes.Note("noise sd:", "fit.noise"),
                            new ViewSpec.Notes.Note("log marginal likelihood:", "fit.logMarginalLikelihood"),
                            new ViewSpec.Notes.Note("converged", "fit.converged"),
                            new ViewSpec.Notes.Note("", "fit.message"),
                            new ViewSpec.Notes.Note("", "fit.notes"),
                            new ViewSpec.Notes.Note("", "points.note"))),
            new ViewSpec.Plot(
                            "fit",
                            "Fit",
                            "x",
                            "y",
                            false,
                            List.of(
                                    new Layer.Band(
                                            "95 % band of a new point", Role.FIT, "grid.x", "curve.low", "curve.high"),
                                    new Layer.Band(
                                            "95 % band of the curve",
                                            Role.FIT, "grid.x", "curve.curveLow", "curve.curveHigh"),
                                    new Layer.Points("Training", Role.TRAIN, "points.train.x", "points.train.y"),
                                    new Layer.Points("Test", Role.TEST, "points.test.x", "points.test.y"),
                                    new Layer.Line("True function", Role.TRUTH, "grid.x", "grid.truth"),
                                    new Layer.Line("Fitted curve", Role.FIT, "grid.x", "curve.y")))
                    .painting(OneVariable.POINTS),
            new ViewSpec.Plot(
                    "predicted-test",
                    "Test: predicted against actual",
                    "actual y",
                    "predicted y",
                    true,
                    List.of(
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Test", Role.TEST, "points.test.y", "predictions.test.predicted"))),
            new ViewSpec.Plot(
                    "predicted-train",
                    "Training: predicted against actual",
                    "actual y",
                    "predicted y",
                    true,
                    List.of(
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Training", Role.TRAIN, "points.train.y", "predictions.train.predicted"))),
            new ViewSpec.Plot(
                    "residuals",
                    "Residuals",
                    "x",
                    "actual − predicted",
                    false,
                    List.of(
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Points("Training", Role.TRAIN, "points.train.x", "predictions.train.residual"),
                            new Layer.Points("Test", Role.TEST, "points.test.x", "predictions.test.residual"))),
            new ViewSpec.Plot(
                    "likelihood",
                    "Log marginal likelihood below its highest",
                    "log₁₀ length scale",
                    "log₁₀ noise sd / signal sd",
                    false,
                    List.of(
                            // Within 3 of the highest lie about 95 % of what the rows leave open.
                            new Layer.Surface(
                                    "Below the highest",
                                    Palette.LEVEL,
                                    "likelihood.x",
                                    "likelihood.y",
                                    "likelihood.values",
                                    List.of(-30.0, -10.0, -3.0)),
                            new Layer.Points("This process", Role.FIT, "chosen.x", "chosen.y"))));

    private KernelViews() {}
}
