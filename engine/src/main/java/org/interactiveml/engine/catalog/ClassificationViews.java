package org.interactiveml.engine.catalog;

import java.util.List;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Layer.Surface.Palette;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;
import org.interactiveml.engine.view.ViewSpec.Matrix.Shade;

/** What there is to see of a classifier. */
final class ClassificationViews {
    private static final double BORDER = 0.5;

    static final List<ViewSpec> VIEWS = List.of(
            new ViewSpec.Scores(
                    "scores",
                    "Scores",
                    List.of(
                            new ViewSpec.Scores.Score("Accuracy", "fit.train.accuracy", "fit.test.accuracy", true),
                            new ViewSpec.Scores.Score("Log-loss", "fit.train.logLoss", "fit.test.logLoss", false),
                            new ViewSpec.Scores.Score("AUC", "fit.train.auc", "fit.test.auc", true)),
                    About.PATHS),
            new ViewSpec.Notes(
                    "summary",
                    "How the fit ended",
                    List.of(
                            new ViewSpec.Notes.Note("training rows:", "fit.train.rows"),
                            new ViewSpec.Notes.Note("test rows:", "fit.test.rows"),
                            new ViewSpec.Notes.Note("converged", "fit.converged"),
                            new ViewSpec.Notes.Note("", "fit.message"),
                            new ViewSpec.Notes.Note("", "fit.notes"),
                            new ViewSpec.Notes.Note("", "points.note"))),
            surface("test", "Test points on the probability of class 1"),
            surface("train", "Training points on the probability of class 1"),
            new ViewSpec.Plot(
                    "roc",
                    "ROC curve",
                    Axis.linear("false positive rate"),
                    Axis.linear("true positive rate"),
                    true,
                    "",
                    List.of(
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Line("Training", Role.TRAIN, "roc.train.fpr", "roc.train.tpr"),
                            new Layer.Line("Test", Role.TEST, "roc.test.fpr", "roc.test.tpr"))),
            new ViewSpec.Matrix(
                    "confusion",
                    "Test: confusion",
                    "true class",
                    "predicted class",
                    "fit.classes",
                    "fit.test.confusion",
                    Shade.COUNT),
            new ViewSpec.Matrix(
                    "confusion-train",
                    "Training: confusion",
                    "true class",
                    "predicted class",
                    "fit.classes",
                    "fit.train.confusion",
                    Shade.COUNT),
            new ViewSpec.Bars(
                    "coefficients",
                    "Standardised coefficients",
                    "fit.names",
                    "fit.standardized",
                    List.of(new ViewSpec.Bars.Extra("in units of the features", "fit.slopes"))));

    private ClassificationViews() {}

    private static ViewSpec surface(String part, String title) {
        String points = "points." + part;
        return new ViewSpec.Plot(
                        "surface-" + part,
                        title,
                        Axis.linear("x1"),
                        Axis.linear("x2"),
                        true,
                        "",
                        List.of(
                                new Layer.Surface(
                                        "Probability",
                                        Palette.PROBABILITY,
                                        "surface.x1",
                                        "surface.x2",
                                        "surface.probability",
                                        List.of(BORDER)),
                                new Layer.Points(
                                        "Class 0", Role.NEGATIVE, points + ".negative.x1", points + ".negative.x2"),
                                new Layer.Points(
                                        "Class 1", Role.POSITIVE, points + ".positive.x1", points + ".positive.x2")))
                .painting(Plane.POINTS);
    }
}
