package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Sheet;
import org.interactiveml.engine.model.linear.CoefficientErrors;
import org.interactiveml.engine.model.linear.Collinearity;
import org.interactiveml.engine.model.linear.LinearFit;
import org.interactiveml.engine.view.Report;

/** What a fitted linear model shows: its numbers, its predictions, how sure its coefficients are. */
final class MultivariateFit {
    private static final double INTERVAL = 0.95;

    /** A fit and the names of its features. */
    record Named(LinearFit fit, List<String> features) {}

    /** Predictions and residuals for the points shown. */
    record Predictions(double[] train, double[] trainResidual, double[] test, double[] testResidual) {}

    /** The constant and the slopes with their uncertainty, NaN where there is none. */
    record Inference(
            List<String> names,
            double[] estimate,
            double[] standardError,
            double[] low,
            double[] high,
            double[] inflation,
            double condition,
            String warning,
            List<Cure> cures) {}

    private MultivariateFit() {}

    static Predictions predictions(LinearFit fit, Dataset data, MultivariateData.Shown points) {
        double[] train = new double[points.train().length];
        double[] test = new double[points.test().length];
        fit.function().predict(data.features(), points.train(), train);
        fit.function().predict(data.features(), points.test(), test);
        return new Predictions(
                train, RegressionFit.minus(points.trainY(), train), test, RegressionFit.minus(points.testY(), test));
    }

    /** All rows with their predictions, to take home. */
    static Sheet sheet(Dataset data, Partition split, LinearFit fit) {
        int[] order = Sheets.order(split);
        double[] predicted = new double[order.length];
        fit.function().predict(data.features(), order, predicted);
        List<Sheet.Column> columns = new ArrayList<>();
        for (int k = 0; k < data.features().length; k++) {
            columns.add(new Sheet.Column(
                    data.featureNames().get(k), Sheet.Kind.FEATURE, OneVariable.gather(data.features()[k], order)));
        }
        columns.add(new Sheet.Column(data.targetName(), Sheet.Kind.TARGET, OneVariable.gather(data.target(), order)));
        columns.add(new Sheet.Column("predicted", Sheet.Kind.PREDICTED, predicted));
        return new Sheet(columns, split.folds(), split.trainingRows());
    }

    /** @param cures for where features nearly depend on each other */
    static Inference inference(Named named, Collinearity collinearity, List<Cure> cures) {
        LinearFit fit = named.fit();
        double[] estimate = fit.coefficients();
        double[] standardError = new double[estimate.length];
        Arrays.fill(standardError, Double.NaN);
        double quantile = Double.NaN;
        CoefficientErrors errors = fit.errors();
        if (errors != null) {
            standardError = errors.standardErrors();
            quantile = errors.quantile(INTERVAL);
        }
        double[] low = new double[estimate.length];
        double[] high = new double[estimate.length];
        double[] inflation = new double[estimate.length];
        inflation[0] = Double.NaN;
        for (int k = 0; k < estimate.length; k++) {
            low[k] = estimate[k] - quantile * standardError[k];
            high[k] = estimate[k] + quantile * standardError[k];
            if (k > 0) {
                inflation[k] = collinearity.inflation()[k - 1];
            }
        }
        List<String> names = new ArrayList<>();
        names.add("constant");
        names.addAll(named.features());
        return new Inference(
                names,
                estimate,
                standardError,
                low,
                high,
                inflation,
                collinearity.conditionNumber(),
                collinearity.warning(),
                collinearity.warning().isEmpty() ? List.of() : cures);
    }

    static Report report(Named named) {
        LinearFit fit = named.fit();
        double[] coefficients = fit.coefficients();
        return Report.group()
                .put("coefficients", coefficients)
                .put("alpha", fit.alpha())
                .put("converged", fit.convergence().converged())
                .put("train", RegressionFit.report(fit.train()))
                .put("test", RegressionFit.report(fit.test()))
                .put("names", named.features())
                .put("standardized", fit.standardized())
                .put("slopes", Arrays.copyOfRange(coefficients, 1, coefficients.length))
                .put("iterations", fit.convergence().iterations())
                .put("gap", fit.convergence().gap())
                .put("message", fit.convergence().message())
                .put("notes", RegressionFit.notes(fit.notes(), fit.train(), fit.test()))
                .build();
    }

    static Report report(Predictions predictions) {
        return Report.group()
                .put("train", RegressionFit.part(predictions.train(), predictions.trainResidual()))
                .put("test", RegressionFit.part(predictions.test(), predictions.testResidual()))
                .build();
    }

    static Report report(Inference inference) {
        return Report.group()
                .put("names", inference.names())
                .put("estimate", inference.estimate())
                .put("standardError", inference.standardError())
                .put("low", inference.low())
                .put("high", inference.high())
                .put("inflation", inference.inflation())
                .put("condition", inference.condition())
                .put("warning", inference.warning())
                .put("cures", Cure.report(inference.cures()))
                .build();
    }
}
