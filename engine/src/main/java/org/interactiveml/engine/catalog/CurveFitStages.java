package org.interactiveml.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Range;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.model.curvefit.CurveFit;
import org.interactiveml.engine.model.curvefit.CurveModel;
import org.interactiveml.engine.model.curvefit.CurveSample;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.view.Report;

/** What a fitted curve shows: its numbers, its estimates, its curve, its predictions. */
final class CurveFitStages {
    private static final double CONFIDENCE = 0.95;
    /** Points shown in a plot; beyond, every k-th row stands for k. */
    private static final int SHOWN = 5000;
    /** Points at which curves are drawn. */
    private static final int GRID = 400;
    /** So few rows may be taken over as points, which needs to know which row is which. */
    private static final int TAKEN_OVER = 500;

    /** A fit with its scores on both parts. */
    record Fitted(CurveFit fit, Scores train, Scores test) {}

    /** The rows shown in plots: all columns of the formula, y, and which row each is. */
    record Points(Part train, Part test, int rows, int stride) {}

    /** The rows of one part that are shown. */
    record Part(CurveSample sample, double[] row) {}

    /** Where curves are drawn, and the true curve there, if it is known; nothing where there are several predictors. */
    record Grid(Optional<double[]> x, Optional<double[]> truth) {}

    /** A fitted curve on the grid, with its confidence band where there is one. */
    record Curve(Optional<double[]> y, Optional<double[]> low, Optional<double[]> high) {}

    /** Predictions for the points shown. */
    record Predictions(Points points, double[] train, double[] test) {}

    /** What is said of each parameter, in columns. */
    record Estimates(CurveFit fit, double[] low, double[] high, Optional<double[]> truth) {}

    private CurveFitStages() {}

    static CurveSample sample(CurveFitData.Rows rows, CurveModel model, int[] of) {
        double[][] columns = model.select(rows.features());
        return new CurveSample(
                Arrays.stream(columns)
                        .map(column -> OneVariable.gather(column, of))
                        .toArray(double[][]::new),
                OneVariable.gather(rows.y(), of));
    }

    static Scores scores(String what, CurveFit fit, CurveSample sample, Cancellation cancellation) {
        double[] y = sample.y();
        double[] predicted = fit.values(sample.x(), cancellation);
        double mean = 0;
        for (double v : y) {
            mean += v / y.length;
        }
        double residual = 0;
        double total = 0;
        boolean constant = true;
        for (int i = 0; i < y.length; i++) {
            residual += (y[i] - predicted[i]) * (y[i] - predicted[i]);
            total += (y[i] - mean) * (y[i] - mean);
            constant &= y[i] == y[0];
        }
        return Scores.of(what, y.length, residual, constant ? 0 : total);
    }

    static Points points(CurveFitData.Rows rows, Partition split, CurveModel model) {
        int stride = (split.size() + SHOWN - 1) / SHOWN;
        int[] shown = IntStream.iterate(0, row -> row < split.size(), row -> row + stride)
                .toArray();
        return new Points(
                part(rows, model, shown, row -> !split.isTest(row)),
                part(rows, model, shown, split::isTest),
                split.size(),
                stride);
    }

    private static Part part(CurveFitData.Rows rows, CurveModel model, int[] shown, IntPredicate wanted) {
        int[] of = Arrays.stream(shown).filter(wanted).toArray();
        return new Part(
                sample(rows, model, of), Arrays.stream(of).asDoubleStream().toArray());
    }

    static Grid grid(CurveFitData.Rows rows, CurveModel model) {
        if (model.predictors().size() > 1) {
            return new Grid(Optional.empty(), Optional.empty());
        }
        Range range = Range.of(model.select(rows.features())[0], Workers.callerOnly(), new Cancellation());
        double[] x = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            x[i] = range.min() + (range.max() - range.min()) * i / (GRID - 1);
        }
        return new Grid(Optional.of(x), rows.truth().map(truth -> truth.at(x)));
    }

    static Curve curve(CurveFit fit, Grid grid, Cancellation cancellation) {
        if (grid.x().isEmpty()) {
            return new Curve(Optional.empty(), Optional.empty(), Optional.empty());
        }
        double[][] x = {grid.x().get()};
        double[] y = fit.values(x, cancellation);
        if (!fit.hasStandardErrors()) {
            return new Curve(Optional.of(y), Optional.empty(), Optional.empty());
        }
        double[] errors = fit.standardErrors(x, cancellation);
        double quantile = fit.quantile(CONFIDENCE);
        return new Curve(
                Optional.of(y), Optional.of(moved(y, errors, -quantile)), Optional.of(moved(y, errors, quantile)));
    }

    private static double[] moved(double[] from, double[] by, double factor) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + factor * by[i];
        }
        return to;
    }

    static Predictions predictions(CurveFit fit, Points points, Cancellation cancellation) {
        return new Predictions(
                points,
                fit.values(points.train().sample().x(), cancellation),
                fit.values(points.test().sample().x(), cancellation));
    }

    static Estimates estimates(CurveFitData.Rows rows, CurveFit fit) {
        double quantile = fit.quantile(CONFIDENCE);
        double[] errors = fit.standardErrors();
        boolean isTrueModel = fit.model().formula().equals(CurveFitData.GAUSSIAN);
        return new Estimates(
                fit,
                moved(fit.estimate(), errors, -quantile),
                moved(fit.estimate(), errors, quantile),
                rows.truth()
                        .filter(truth -> isTrueModel)
                        .map(truth -> fit.model().parameters().stream()
                                .mapToDouble(truth::of)
                                .toArray()));
    }

    static Report report(Fitted fitted) {
        CurveFit fit = fitted.fit();
        double quantile = fit.quantile(CONFIDENCE);
        double[] errors = fit.standardErrors();
        List<Report> parameters = new ArrayList<>();
        for (int k = 0; k < errors.length; k++) {
            double estimate = fit.estimate()[k];
            Report.Builder parameter = Report.group()
                    .put("name", fit.model().parameters().get(k))
                    .put("estimate", estimate)
                    .put("standardError", errors[k])
                    .put("low", estimate - quantile * errors[k])
                    .put("high", estimate + quantile * errors[k])
                    .put("start", fit.start()[k]);
            parameters.add(parameter.build());
        }
        Report.Builder report = Report.group()
                .put("parameters", new Report.Items(parameters))
                .put("residualSumOfSquares", fit.residualSumOfSquares())
                .put("residualStandardDeviation", fit.residualStandardDeviation())
                .put("degreesOfFreedom", fit.degreesOfFreedom())
                .put("converged", fit.convergence().converged())
                .put("message", fit.convergence().message())
                .put("iterations", fit.convergence().iterations())
                .put("evaluations", fit.evaluations())
                .put("gap", fit.convergence().gap())
                .put("train", report(fitted.train()))
                .put("test", report(fitted.test()))
                .put("names", fit.model().parameters())
                .put("covariance", fit.covariance())
                .put("correlation", fit.correlation());
        return report.put("notes", notes(fitted)).build();
    }

    private static List<String> notes(Fitted fitted) {
        List<String> notes = new ArrayList<>(fitted.fit().notes());
        for (Scores scores : List.of(fitted.train(), fitted.test())) {
            if (!scores.r2Undefined().isEmpty() && scores.rows() > 0) {
                notes.add(scores.r2Undefined());
            }
        }
        return notes;
    }

    private static Report report(Scores scores) {
        return Report.group()
                .put("r2", scores.r2())
                .put("rmse", scores.rmse())
                .put("rows", scores.rows())
                .build();
    }

    static Report report(Points points) {
        return Report.group()
                .put("train", report(points.train(), points.rows()))
                .put("test", report(points.test(), points.rows()))
                .put("rows", points.rows())
                .put("note", points.stride() == 1 ? "" : "the plots show 1 of every " + points.stride() + " rows")
                .build();
    }

    private static Report report(Part part, int rows) {
        Report.Builder columns = Report.group()
                .put("x", part.sample().x()[0])
                .put("y", part.sample().y());
        if (rows <= TAKEN_OVER) {
            columns.put("row", part.row());
        }
        return columns.build();
    }

    static Report report(Grid grid) {
        Report.Builder report = Report.group();
        grid.x().ifPresent(x -> report.put("x", x));
        grid.truth().ifPresent(truth -> report.put("truth", truth));
        return report.build();
    }

    static Report report(Curve curve) {
        Report.Builder report = Report.group();
        curve.y().ifPresent(y -> report.put("y", y));
        curve.low().ifPresent(low -> report.put("low", low));
        curve.high().ifPresent(high -> report.put("high", high));
        return report.build();
    }

    static Report report(Predictions predictions) {
        return Report.group()
                .put("train", report(predictions.points().train(), predictions.train()))
                .put("test", report(predictions.points().test(), predictions.test()))
                .build();
    }

    private static Report report(Part part, double[] predicted) {
        return Report.group()
                .put("predicted", predicted)
                .put("residual", moved(part.sample().y(), predicted, -1))
                .build();
    }

    static Report report(Estimates estimates) {
        CurveFit fit = estimates.fit();
        Report.Builder report = Report.group()
                .put("names", fit.model().parameters())
                .put("estimate", fit.estimate())
                .put("standardError", fit.standardErrors())
                .put("low", estimates.low())
                .put("high", estimates.high())
                .put("start", fit.start());
        estimates.truth().ifPresent(truth -> report.put("true", truth));
        return report.build();
    }
}
