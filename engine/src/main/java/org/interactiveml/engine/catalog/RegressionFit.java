package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.model.linear.Conditioning;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.view.Report;

/** What a fitted polynomial shows: its numbers, its curve, its predictions. */
final class RegressionFit {
    private static final double BAND = 0.95;

    /** A fitted curve on the grid, with the prediction band where the model has one. */
    record Curve(double[] y, Optional<double[]> low, Optional<double[]> high) {}

    /** Predictions and residuals for the points shown. */
    record Predictions(double[] train, double[] trainResidual, double[] test, double[] testResidual) {}

    private RegressionFit() {}

    static Curve curve(PolynomialFit fit, double[] x) {
        double[] y = evaluate(fit.curve(), x);
        if (fit.leastSquares() == null || fit.leastSquares().degreesOfFreedom() < 1) {
            return new Curve(y, Optional.empty(), Optional.empty());
        }
        double variance = fit.leastSquares().residualVariance();
        double quantile = fit.leastSquares().quantile(BAND);
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        fit.leastSquares().standardErrors(x, high);
        for (int i = 0; i < x.length; i++) {
            double half = quantile * Math.sqrt(high[i] * high[i] + variance);
            low[i] = y[i] - half;
            high[i] = y[i] + half;
        }
        return new Curve(y, Optional.of(low), Optional.of(high));
    }

    static Predictions predictions(PolynomialFit fit, OneVariable.Shown points) {
        return predictions(fit.curve(), points);
    }

    static Predictions predictions(ArrayFunction curve, OneVariable.Shown points) {
        double[] train = evaluate(curve, points.trainX());
        double[] test = evaluate(curve, points.testX());
        return new Predictions(train, minus(points.trainY(), train), test, minus(points.testY(), test));
    }

    static double[] evaluate(ArrayFunction curve, double[] x) {
        double[] y = new double[x.length];
        curve.evaluate(x, y, 0, x.length);
        return y;
    }

    static double[] minus(double[] left, double[] right) {
        double[] difference = new double[left.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }

    static Report report(PolynomialFit fit) {
        int degree = fit.coefficients().length - 1;
        Report.Builder report = Report.group()
                .put("degree", (long) degree)
                .put("coefficients", fit.coefficients())
                .put("alpha", fit.alpha())
                .put("converged", fit.convergence().converged())
                .put("train", report(fit.train()))
                .put("test", report(fit.test()))
                .put("names", powers(degree))
                .put("standardized", fit.standardized())
                .put("slopes", Arrays.copyOfRange(fit.coefficients(), 1, fit.coefficients().length))
                .put("iterations", fit.convergence().iterations())
                .put("gap", fit.convergence().gap())
                .put("message", fit.convergence().message());
        return report.put("notes", notes(fit.notes(), fit.train(), fit.test())).build();
    }

    /** The names of x, x² … up to a degree. */
    static List<String> powers(int degree) {
        return IntStream.rangeClosed(1, degree)
                .mapToObj(k -> k == 1 ? "x" : "x" + raised(k))
                .toList();
    }

    /** The notes, and why a score is missing. */
    static List<String> notes(List<String> ofFit, Scores... parts) {
        List<String> notes = new ArrayList<>(ofFit);
        for (Scores scores : parts) {
            if (!scores.r2Undefined().isEmpty()) {
                notes.add(scores.r2Undefined());
            }
        }
        return notes;
    }

    static Report report(Conditioning conditioning) {
        return Report.group()
                .put("condition", conditioning.conditionNumber())
                .put("warning", conditioning.warning())
                .put("cures", Cure.report(LinearCures.of(conditioning)))
                .build();
    }

    private static String raised(int power) {
        return Integer.toString(power)
                .chars()
                .mapToObj(digit -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    static Report report(Scores scores) {
        return Report.group()
                .put("r2", scores.r2())
                .put("rmse", scores.rmse())
                .put("rows", scores.rows())
                .build();
    }

    static Report report(Curve curve) {
        Report.Builder report = Report.group().put("y", curve.y());
        curve.low().ifPresent(low -> report.put("low", low));
        curve.high().ifPresent(high -> report.put("high", high));
        return report.build();
    }

    static Report report(Predictions predictions) {
        return Report.group()
                .put("train", part(predictions.train(), predictions.trainResidual()))
                .put("test", part(predictions.test(), predictions.testResidual()))
                .build();
    }

    static Report part(double[] predicted, double[] residual) {
        return Report.group()
                .put("predicted", predicted)
                .put("residual", residual)
                .build();
    }
}
