package org.interactiveml.streams;

import java.util.List;
import java.util.SplittableRandom;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Plan;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Report;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** A small experiment with every kind of stage: noise around a line, its mean square, and a study of it. */
public final class ToyExperiment implements Experiment {
    public static final IntegerParameter SAMPLES = new IntegerParameter(
            "samples", "Samples", Group.DATA, 5, Bounds.hard(2, 1000).soft(2, 50));
    public static final RealParameter X_MIN = new RealParameter(
            "x.min", "From", Group.DATA, -1.0, Bounds.hard(-100, 100).step(0.05));
    public static final RealParameter X_MAX = new RealParameter(
            "x.max", "To", Group.DATA, 1.0, Bounds.hard(-100, 100).step(0.05));
    public static final RealParameter NOISE = new RealParameter(
            "noise",
            "Noise",
            Group.DATA,
            0.5,
            Bounds.hard(0, 1e300).soft(0.01, 10).log(20).unit("m"));
    public static final SeedParameter SEED_X = new SeedParameter("seed.x", "Seed of x", Group.DATA, 1L);
    public static final SeedParameter SEED_NOISE = new SeedParameter("seed.noise", "Seed of noise", Group.DATA, 2L);
    public static final ChoiceParameter<Model> MODEL =
            new ChoiceParameter<>("model", "Model", Group.MODEL, Model.PLAIN);
    public static final IntegerParameter DEGREE = new IntegerParameter(
            "degree", "Degree", Group.MODEL, 1, Bounds.hard(1, 30).soft(1, 10));

    public static final DatasetParameter DATA =
            new DatasetParameter("data", "Own data", Group.DATA, Dataset.Target.NUMBER);

    /** Something to choose. */
    public enum Model {
        PLAIN,
        TWO_WORDS
    }

    public record Sample(double[] x, double[] y) {}

    public record Fit(double mean, double square, boolean plain) {}

    public final Stage<Sample> data = Stage.named("data", Phase.DATA)
            .reads(SAMPLES, X_MIN, X_MAX, NOISE, SEED_X, SEED_NOISE, DATA)
            .computes(in -> {
                if (in.get(NOISE) > 1e200) {
                    throw new Infeasible("noise of " + in.get(NOISE) + " drowns everything");
                }
                if (in.get(DATA).isPresent()) {
                    Dataset own = in.get(DATA).get();
                    return new Sample(own.features()[0], own.target());
                }
                SplittableRandom xs = new SplittableRandom(in.get(SEED_X));
                SplittableRandom noise = new SplittableRandom(in.get(SEED_NOISE));
                double[] x = new double[in.get(SAMPLES)];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = in.get(X_MIN) + (in.get(X_MAX) - in.get(X_MIN)) * xs.nextDouble();
                    y[i] = x[i] + in.get(NOISE) * (noise.nextDouble() - 0.5);
                }
                return new Sample(x, y);
            });

    public final Stage<Sample> points = Stage.named("points", Phase.VIEW)
            .after(data)
            .computes(in -> in.get(data))
            .reportedBy(sample ->
                    Report.group().put("x", sample.x()).put("y", sample.y()).build());

    public final Stage<Fit> fit = Stage.named("fit", Phase.FIT)
            .after(data)
            .reads(MODEL, DEGREE)
            .computes(in -> {
                double[] y = in.get(data).y();
                if (in.get(DEGREE) >= y.length) {
                    throw new Infeasible("degree " + in.get(DEGREE) + " needs more than " + y.length + " samples");
                }
                double sum = 0;
                double square = 0;
                for (double value : y) {
                    sum += value;
                    square += value * value;
                }
                return new Fit(sum / y.length, square / y.length + in.get(DEGREE), in.get(MODEL) == Model.PLAIN);
            })
            .reportedBy(fit -> Report.group()
                    .put("coefficients", new double[] {fit.mean(), Double.NaN, -0.0})
                    .put("model", fit.plain() ? "plain" : "zwei wörter")
                    .put("rows", 3L)
                    .put("converged", fit.plain())
                    .put("train", Report.group().put("r2", fit.mean()).build())
                    .put("test", Report.group().put("r2", fit.square()).build())
                    .build());

    public final Stage<double[]> study = Stage.named("error-by-degree", Phase.STUDY)
            .after(data)
            .refining()
            .computes(in -> new double[] {
                in.fidelity() == Fidelity.FULL ? 100 : 10, in.get(data).y()[0]
            })
            .reportedBy(values -> Report.group().put("degree", values).build());

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy";
    }

    @Override
    public String summary() {
        return "Noise around a line.";
    }

    @Override
    public ParameterSet parameters() {
        return ParameterSet.of(SAMPLES, X_MIN, X_MAX, NOISE, SEED_X, SEED_NOISE, DATA, MODEL, DEGREE);
    }

    @Override
    public List<Problem> problems(Snapshot snapshot) {
        double min = snapshot.get(X_MIN);
        double max = snapshot.get(X_MAX);
        return min < max
                ? List.of()
                : List.of(new Problem("x.min", "x.min must be less than x.max, not " + min + " and " + max));
    }

    @Override
    public Plan plan() {
        return Plan.of(data, points, fit, study);
    }

    @Override
    public Stage<?> fit() {
        return fit;
    }

    @Override
    public List<ViewSpec> views() {
        return List.of(
                new ViewSpec.Plot(
                        "fit",
                        "The fit",
                        "x",
                        "y",
                        true,
                        List.of(
                                new Layer.Points("Rows", Role.TRAIN, "points.x", "points.y"),
                                new Layer.Line("Truth", Role.TRUTH, "points.x", "points.x"),
                                new Layer.Band("Spread", Role.FIT, "points.x", "points.x", "points.y"),
                                new Layer.Reference(Layer.Reference.Kind.IDENTITY))),
                new ViewSpec.Scores(
                        "scores",
                        "Scores",
                        List.of(new ViewSpec.Scores.Score("R²", "fit.train.r2", "fit.test.r2", true))),
                new ViewSpec.Bars(
                        "bars",
                        "Bars",
                        "fit.names",
                        "fit.coefficients",
                        List.of(new ViewSpec.Bars.Extra("Error", "fit.errors"))),
                new ViewSpec.Notes("notes", "Notes", List.of(new ViewSpec.Notes.Note("Rows", "fit.rows"))));
    }
}
