package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** What there is to see of a regression. */
final class RegressionViews {
    private static final Axis DEGREE = Axis.whole("degree");
    private static final Axis ALPHA = Axis.log("alpha");

    /** R² and RMSE, as every regression shows them. */
    static final ViewSpec.Scores SCORES = new ViewSpec.Scores(
            "scores",
            "Scores",
            List.of(
                    new ViewSpec.Scores.Score("R²", "fit.train.r2", "fit.test.r2", true),
                    new ViewSpec.Scores.Score("RMSE", "fit.train.rmse", "fit.test.rmse", false)),
            About.PATHS);

    static final List<ViewSpec> VIEWS = List.of(
            SCORES,
            new ViewSpec.Notes(
                    "summary",
                    "How the fit ended",
                    List.of(
                            new ViewSpec.Notes.Note("training rows:", "fit.train.rows"),
                            new ViewSpec.Notes.Note("test rows:", "fit.test.rows"),
                            new ViewSpec.Notes.Note("alpha:", "fit.alpha"),
                            new ViewSpec.Notes.Note("converged", "fit.converged"),
                            new ViewSpec.Notes.Note("", "fit.message"),
                            new ViewSpec.Notes.Note("", "fit.notes"),
                            new ViewSpec.Notes.Note("", "conditioning.warning"),
                            new ViewSpec.Notes.Note("", "density.shown"))),
            new ViewSpec.Plot(
                            "fit",
                            "Fit",
                            "x",
                            "y",
                            false,
                            List.of(
                                    density("density.all"),
                                    new Layer.Band(
                                            "95 % prediction band", Role.FIT, "grid.x", "curve.low", "curve.high"),
                                    new Layer.Points("Training", Role.TRAIN, "points.train.x", "points.train.y"),
                                    new Layer.Points("Test", Role.TEST, "points.test.x", "points.test.y"),
                                    new Layer.Line("True function", Role.TRUTH, "grid.x", "grid.truth"),
                                    new Layer.Line("Fitted curve", Role.FIT, "grid.x", "curve.y")))
                    .painting(OneVariable.POINTS),
            new ViewSpec.Plot(
                    "error-by-degree",
                    "Error against degree",
                    DEGREE,
                    Axis.linear("RMSE"),
                    false,
                    "degree",
                    List.of(
                            new Layer.Line("Training", Role.TRAIN, "error-by-degree.degree", "error-by-degree.train"),
                            new Layer.Line(
                                    "Cross-validation",
                                    Role.VALIDATION,
                                    "error-by-degree.degree",
                                    "error-by-degree.cv"),
                            new Layer.Line("Test", Role.TEST, "error-by-degree.degree", "error-by-degree.test"),
                            new Layer.Marker("degree", "fit.degree"))),
            new ViewSpec.Plot(
                    "bias-variance",
                    "Bias and variance",
                    DEGREE,
                    Axis.linear("squared error"),
                    false,
                    "degree",
                    List.of(
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Line("Bias²", Role.BIAS, "bias-variance.degree", "bias-variance.known.bias2"),
                            new Layer.Line("Variance", Role.VARIANCE, "bias-variance.degree", "bias-variance.variance"),
                            new Layer.Line("Noise", Role.NOISE, "bias-variance.degree", "bias-variance.known.noise"),
                            new Layer.Line("Sum", Role.FIT, "bias-variance.degree", "bias-variance.known.error"),
                            new Layer.Marker("degree", "fit.degree"))),
            new ViewSpec.Plot(
                    "fan",
                    "Fits to other samples",
                    "x",
                    "y",
                    false,
                    List.of(
                            new Layer.Lines("Fitted curves", Role.VARIANCE, "bias-variance.x", "bias-variance.fan", ""),
                            new Layer.Line("True function", Role.TRUTH, "grid.x", "grid.truth"),
                            new Layer.Line("Their mean", Role.BIAS, "bias-variance.x", "bias-variance.mean"))),
            new ViewSpec.Plot(
                    "learning-curve",
                    "Learning curve",
                    Axis.whole("training rows"),
                    Axis.linear("RMSE"),
                    false,
                    "",
                    List.of(
                            new Layer.Line("Training", Role.TRAIN, "learning-curve.rows", "learning-curve.train"),
                            new Layer.Line("Test", Role.TEST, "learning-curve.rows", "learning-curve.test"))),
            new ViewSpec.Plot(
                    "predicted-test",
                    "Test: predicted against actual",
                    "actual y",
                    "predicted y",
                    true,
                    List.of(
                            density("fit-density.test"),
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Test", Role.TEST, "points.test.y", "predictions.test.predicted"))),
            new ViewSpec.Plot(
                    "predicted-train",
                    "Training: predicted against actual",
                    "actual y",
                    "predicted y",
                    true,
                    List.of(
                            density("fit-density.train"),
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Training", Role.TRAIN, "points.train.y", "predictions.train.predicted"))),
            new ViewSpec.Plot(
                    "residuals",
                    "Residuals",
                    "x",
                    "actual − predicted",
                    false,
                    List.of(
                            density("fit-density.residuals"),
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Points("Training", Role.TRAIN, "points.train.x", "predictions.train.residual"),
                            new Layer.Points("Test", Role.TEST, "points.test.x", "predictions.test.residual"))),
            new ViewSpec.Bars(
                    "coefficients",
                    "Standardised coefficients",
                    "fit.names",
                    "fit.standardized",
                    List.of(new ViewSpec.Bars.Extra("in units of x", "fit.slopes"))),
            new ViewSpec.Plot(
                    "alpha-path",
                    "Coefficients against alpha",
                    ALPHA,
                    Axis.linear("standardised coefficient"),
                    false,
                    "alpha",
                    List.of(
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Lines(
                                    "Coefficients", Role.FIT, "penalty.alpha", "penalty.coefficients", "penalty.names"),
                            new Layer.Marker("alpha", "fit.alpha"))),
            new ViewSpec.Plot(
                    "alpha-error",
                    "Error against alpha",
                    ALPHA,
                    Axis.linear("RMSE"),
                    false,
                    "alpha",
                    List.of(
                            new Layer.Line("Cross-validation", Role.VALIDATION, "penalty.alpha", "penalty.cv"),
                            new Layer.Marker("alpha", "fit.alpha"))));

    private RegressionViews() {}

    /** All rows, in the place of points, where there are too many for points. */
    private static Layer density(String path) {
        return new Layer.Surface(
                "Rows", Layer.Surface.Palette.DENSITY, path + ".x", path + ".y", path + ".rows", List.of());
    }
}
