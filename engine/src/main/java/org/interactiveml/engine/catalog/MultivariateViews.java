package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** What there is to see of a regression on several features. */
final class MultivariateViews {
    static final List<ViewSpec> VIEWS = List.of(
            RegressionViews.SCORES,
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
                            new ViewSpec.Notes.Note("", "inference.warning"),
                            new ViewSpec.Notes.Note("", "points.note"))),
            new ViewSpec.Bars(
                    "importance",
                    "Standardised coefficients",
                    "fit.names",
                    "fit.standardized",
                    List.of(
                            new ViewSpec.Bars.Extra("in units of the feature", "fit.slopes"),
                            new ViewSpec.Bars.Extra("true", "truth.slopes"))),
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
                    "predicted y",
                    "actual − predicted",
                    false,
                    List.of(
                            new Layer.Reference(Kind.ZERO),
                            new Layer.Points(
                                    "Training",
                                    Role.TRAIN,
                                    "predictions.train.predicted",
                                    "predictions.train.residual"),
                            new Layer.Points(
                                    "Test", Role.TEST, "predictions.test.predicted", "predictions.test.residual"))),
            new ViewSpec.Plot(
                    "alpha-path",
                    "Coefficients against alpha",
                    Axis.log("alpha"),
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
                    Axis.log("alpha"),
                    Axis.linear("RMSE in cross-validation"),
                    false,
                    "alpha",
                    List.of(
                            new Layer.Line("Cross-validation", Role.VALIDATION, "penalty.alpha", "penalty.cv"),
                            new Layer.Marker("alpha", "fit.alpha"))),
            new ViewSpec.Table(
                    "entry",
                    "Order in which the LASSO admits the features",
                    "entry.names",
                    List.of(new ViewSpec.Table.Column("at alpha", "entry.alpha"))),
            new ViewSpec.Table(
                    "coefficients",
                    "Coefficients",
                    "inference.names",
                    List.of(
                            new ViewSpec.Table.Column("estimate", "inference.estimate"),
                            new ViewSpec.Table.Column("standard error (least squares)", "inference.standardError"),
                            new ViewSpec.Table.Column("95 % interval from", "inference.low"),
                            new ViewSpec.Table.Column("to", "inference.high"),
                            new ViewSpec.Table.Column("variance inflation", "inference.inflation"))));

    private MultivariateViews() {}
}
