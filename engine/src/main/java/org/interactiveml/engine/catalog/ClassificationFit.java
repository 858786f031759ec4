package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interactiveml.engine.evaluate.ClassScores;
import org.interactiveml.engine.evaluate.Ranking;
import org.interactiveml.engine.model.logistic.LogisticFit;
import org.interactiveml.engine.model.logistic.ProbabilitySurface;
import org.interactiveml.engine.view.Report;

/**
 * What a fitted classifier shows: its numbers, its surface, its curves.
 *
 * @param data names of columns and classes
 * @param fit the classifier
 */
record ClassificationFit(Plane.Data data, LogisticFit fit) {

    /** ROC curves of both parts. */
    record Curves(Ranking.Roc train, Ranking.Roc test) {
        Report report() {
            return Report.group()
                    .put("train", curve(train))
                    .put("test", curve(test))
                    .build();
        }

        private static Report curve(Ranking.Roc roc) {
            return Report.group()
                    .put("fpr", roc.falseRate())
                    .put("tpr", roc.trueRate())
                    .build();
        }
    }

    Report report() {
        double[] coefficients = fit.coefficients();
        return Report.group()
                .put("coefficients", coefficients)
                .put("converged", fit.convergence().converged())
                .put("train", part(fit.train()))
                .put("test", part(fit.test()))
                .put("classes", data.classes())
                .put("names", fit.design().monomials().names(data.names()))
                .put("standardized", fit.standardized())
                .put("slopes", Arrays.copyOfRange(coefficients, 1, coefficients.length))
                .put("iterations", fit.convergence().iterations())
                .put("gradientNorm", fit.convergence().gap())
                .put("message", fit.convergence().message())
                .put("notes", notes())
                .build();
    }

    private static Report part(ClassScores scores) {
        return Report.group()
                .put("rows", scores.confusion().rows())
                .put("accuracy", scores.confusion().accuracy())
                .put("logLoss", scores.logLoss())
                .put("auc", scores.auc())
                .put("confusion", scores.confusion().matrix())
                .build();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<String> names = fit.design().monomials().names(data.names());
        for (int column : fit.constantColumns()) {
            notes.add(names.get(column) + " is the same in all training rows, so its weight is 0");
        }
        int features = data.names().size();
        if (features == 1) {
            notes.add("one feature spans no plane: the plots show it against the class, without a surface");
        } else if (features > 2) {
            notes.add("the surface is over %s and %s, with every other feature at its training mean"
                    .formatted(data.names().get(0), data.names().get(1)));
        }
        if (!fit.test().ranking().isDefined()) {
            notes.add(
                    fit.test().confusion().rows() == 0
                            ? "there are no test rows, so the test has no scores"
                            : "the area under the ROC curve needs test rows of both classes");
        }
        return notes;
    }

    static Report report(Optional<ProbabilitySurface> surface) {
        Report.Builder report = Report.group();
        surface.ifPresent(present ->
                report.put("x1", present.x1()).put("x2", present.x2()).put("probability", present.probabilities()));
        return report.build();
    }
}
