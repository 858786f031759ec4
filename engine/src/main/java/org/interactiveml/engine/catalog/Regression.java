package org.interactiveml.engine.catalog;

import static org.interactiveml.engine.parameter.Group.MODEL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.model.Scores;
import org.interactiveml.engine.model.linear.Alpha;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.Polynomial;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
import org.interactiveml.engine.numeric.Workers;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Layer.Reference.Kind;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** Polynomial regression with and without a penalty: where a model begins to learn the noise. */
public final class Regression implements Experiment {

    /** What is fitted to the powers of x. */
    public enum Model {
        OLS("Least squares"),
        RIDGE("Ridge"),
        LASSO("LASSO"),
        ELASTIC_NET("Elastic net");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Where the penalty comes from. */
    public enum AlphaMode {
        CV("Cross-validated"),
        FIXED("Fixed");

        private final String label;

        AlphaMode(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final ChoiceParameter<Model> MODEL_CHOICE = new ChoiceParameter<>("model", "Model", MODEL, Model.OLS);
    static final IntegerParameter DEGREE = new IntegerParameter(
            "degree",
            "Degree",
            MODEL,
            3,
            Bounds.hard(1, PolynomialSample.MAX_DEGREE).soft(1, 10));
    static final ChoiceParameter<AlphaMode> ALPHA_MODE =
            new ChoiceParameter<>("alpha.mode", "Penalty alpha", MODEL, AlphaMode.CV);
    static final RealParameter ALPHA = new RealParameter(
            "alpha", "alpha", MODEL, 0.1, Bounds.hard(1e-9, 1e9).soft(1e-4, 10).log(20));
    static final RealParameter L1_RATIO = new RealParameter(
            "l1.ratio", "L1 ratio", MODEL, 0.5, Bounds.hard(0.01, 1).step(0.01));

    private static final ParameterSet PARAMETERS = ParameterSet.of(
            OneVariable.SAMPLES,
            OneVariable.X_MIN,
            OneVariable.X_MAX,
            OneVariable.NOISE_MAGNITUDE,
            OneVariable.NOISE_SD,
            OneVariable.NOISE_MEAN,
            OneVariable.FUNCTION,
            OneVariable.SEED_X,
            OneVariable.SEED_NOISE,
            OneVariable.DATASET,
            MODEL_CHOICE,
            DEGREE,
            ALPHA_MODE,
            ALPHA,
            L1_RATIO,
            OneVariable.FOLDS,
            OneVariable.TEST_FRACTION,
            OneVariable.SEED_SPLIT);

    private static final double BAND = 0.95;

    /** A fitted curve on the grid, with the prediction band where the model has one. */
    private record Curve(double[] y, Optional<double[]> low, Optional<double[]> high) {}

    /** Predictions and residuals for the points shown. */
    private record Predictions(double[] train, double[] trainResidual, double[] test, double[] testResidual) {}

    private final Stage<PolynomialFit> fit;
    private final Plan plan;

    /** The experiment, with the threads that large samples may use. */
    public Regression(Workers workers) {
        OneVariable source = new OneVariable(workers);
        Stage<PolynomialSample> sample = Stage.named("sample", Phase.FIT)
                .after(source.data, source.split)
                .computes(in -> PolynomialSample.of(
                        in.get(source.data).rows(), in.get(source.split), workers, in.cancellation()));
        fit = Stage.named("fit", Phase.FIT)
                .reads(MODEL_CHOICE, DEGREE, ALPHA_MODE, ALPHA, L1_RATIO)
                .after(sample)
                .computes(in -> PolynomialRegression.fit(
                        in.get(sample), in.get(DEGREE), model(in), Precision.EXACT, workers, in.cancellation()))
                .reportedBy(Regression::report);
        Stage<Curve> curve = Stage.named("curve", Phase.VIEW)
                .after(fit, source.grid)
                .computes(in -> curve(in.get(fit), in.get(source.grid).x()))
                .reportedBy(Regression::report);
        Stage<Predictions> predictions = Stage.named("predictions", Phase.VIEW)
                .after(fit, source.points)
                .computes(in -> predictions(in.get(fit), in.get(source.points)))
                .reportedBy(Regression::report);
        plan = Plan.of(
                source.truth, source.data, source.split, sample, fit, source.points, source.grid, curve, predictions);
    }

    @Override
    public String id() {
        return "regression";
    }

    @Override
    public String title() {
        return "Polynomial regression";
    }

    @Override
    public String summary() {
        return "Fit noisy points with polynomials of rising degree and watch where learning turns into memorising.";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        return OneVariable.problems(snapshot);
    }

    /** Least squares has no penalty; a given penalty needs no folds. */
    @Override
    public Set<Parameter<?>> idle(Snapshot snapshot) {
        Set<Parameter<?>> idle = new HashSet<>(OneVariable.idle(snapshot));
        Model model = snapshot.get(MODEL_CHOICE);
        boolean fixed = snapshot.get(ALPHA_MODE) == AlphaMode.FIXED;
        if (model == Model.OLS) {
            idle.add(ALPHA_MODE);
        }
        if (model == Model.OLS || !fixed) {
            idle.add(ALPHA);
        }
        if (model == Model.OLS || fixed) {
            idle.add(OneVariable.FOLDS);
        }
        if (model != Model.ELASTIC_NET) {
            idle.add(L1_RATIO);
        }
        return idle;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Stage<PolynomialFit> fit() {
        return fit;
    }

    @Override
    public List<ViewSpec> views() {
        return VIEWS;
    }

    private static LinearModel model(Inputs in) {
        Alpha alpha = switch (in.get(ALPHA_MODE)) {
            case CV -> new Alpha.CrossValidated();
            case FIXED -> new Alpha.Fixed(in.get(ALPHA));
        };
        return switch (in.get(MODEL_CHOICE)) {
            case OLS -> new LinearModel.Ols();
            case RIDGE -> new LinearModel.Ridge(alpha);
            case LASSO -> LinearModel.lasso(alpha);
            case ELASTIC_NET -> new LinearModel.ElasticNet(in.get(L1_RATIO), alpha);
        };
    }

    private static Curve curve(PolynomialFit fit, double[] x) {
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

    private static Predictions predictions(PolynomialFit fit, OneVariable.Shown points) {
        double[] train = evaluate(fit.curve(), points.trainX());
        double[] test = evaluate(fit.curve(), points.testX());
        return new Predictions(train, minus(points.trainY(), train), test, minus(points.testY(), test));
    }

    private static double[] evaluate(Polynomial curve, double[] x) {
        double[] y = new double[x.length];
        curve.evaluate(x, y, 0, x.length);
        return y;
    }

    private static double[] minus(double[] left, double[] right) {
        double[] difference = new double[left.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }

    private static Report report(PolynomialFit fit) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < fit.coefficients().length; k++) {
            names.add(k == 0 ? "1" : k == 1 ? "x" : "x^" + k);
        }
        Report.Builder report = Report.group()
                .put("coefficients", fit.coefficients())
                .put("alpha", fit.alpha())
                .put("converged", fit.convergence().converged())
                .put("train", report(fit.train()))
                .put("test", report(fit.test()))
                .put("names", names)
                .put("standardized", fit.standardized())
                .put("iterations", fit.convergence().iterations())
                .put("gap", fit.convergence().gap())
                .put("message", fit.convergence().message());
        return report.put("notes", fit.notes()).build();
    }

    private static Report report(Scores scores) {
        return Report.group()
                .put("r2", scores.r2())
                .put("rmse", scores.rmse())
                .put("rows", scores.rows())
                .build();
    }

    private static Report report(Curve curve) {
        Report.Builder report = Report.group().put("y", curve.y());
        curve.low().ifPresent(low -> report.put("low", low));
        curve.high().ifPresent(high -> report.put("high", high));
        return report.build();
    }

    private static Report report(Predictions predictions) {
        return Report.group()
                .put("train", part(predictions.train(), predictions.trainResidual()))
                .put("test", part(predictions.test(), predictions.testResidual()))
                .build();
    }

    private static Report part(double[] predicted, double[] residual) {
        return Report.group()
                .put("predicted", predicted)
                .put("residual", residual)
                .build();
    }

    private static final List<ViewSpec> VIEWS = List.of(
            new ViewSpec.Scores(
                    "scores",
                    "Scores",
                    List.of(
                            new ViewSpec.Scores.Score("R²", "fit.train.r2", "fit.test.r2", true),
                            new ViewSpec.Scores.Score("RMSE", "fit.train.rmse", "fit.test.rmse", false))),
            new ViewSpec.Notes(
                    "summary",
                    "How the fit ended",
                    List.of(
                            new ViewSpec.Notes.Note("alpha", "fit.alpha"),
                            new ViewSpec.Notes.Note("converged", "fit.converged"),
                            new ViewSpec.Notes.Note("", "fit.message"))),
            new ViewSpec.Plot(
                    "fit",
                    "Fit",
                    "x",
                    "y",
                    false,
                    List.of(
                            new Layer.Band("95 % prediction band", Role.FIT, "grid.x", "curve.low", "curve.high"),
                            new Layer.Points("Training", Role.TRAIN, "points.train.x", "points.train.y"),
                            new Layer.Points("Test", Role.TEST, "points.test.x", "points.test.y"),
                            new Layer.Line("True function", Role.TRUTH, "grid.x", "grid.truth"),
                            new Layer.Line("Fitted curve", Role.FIT, "grid.x", "curve.y"))),
            new ViewSpec.Plot(
                    "predicted-test",
                    "Test set: predicted against actual",
                    "actual y",
                    "predicted y",
                    true,
                    List.of(
                            new Layer.Reference(Kind.IDENTITY),
                            new Layer.Points("Test", Role.TEST, "points.test.y", "predictions.test.predicted"))),
            new ViewSpec.Plot(
                    "predicted-train",
                    "Training set: predicted against actual",
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
            new ViewSpec.Bars(
                    "coefficients",
                    "Coefficients",
                    "fit.names",
                    "fit.standardized",
                    List.of(new ViewSpec.Bars.Extra("per unit of x", "fit.coefficients"))));
}
