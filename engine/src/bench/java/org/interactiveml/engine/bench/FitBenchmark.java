package org.interactiveml.engine.bench;

import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.model.linear.Alpha;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From ready rows to scores: split, moments, cross-validation, fit, scores. 200 rows, 30 % of them for the test, degree 10, 5
 * folds; each call sees other noise, as a drag on the noise slider does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class FitBenchmark {
    private static final Workers WORKERS = Workers.callerOnly();
    private static final Cancellation NEVER = new Cancellation();
    private static final int VARIANTS = 64;

    @Param({"ols", "ridge", "lasso", "elastic-net"})
    public String model;

    @Param({"200"})
    public int samples;

    private final Rows[] rows = new Rows[VARIANTS];
    private final PolynomialSample[] ready = new PolynomialSample[VARIANTS];
    private LinearModel linearModel = new LinearModel.Ols();
    private int next;

    static final ArrayFunction WAVE = (x, out, from, to) -> {
        for (int i = from; i < to; i++) {
            double v = x[i];
            out[i] = 2 * v - 0.6 * v * v + 0.2 * v * v * v + 18 * StrictMath.sin(v);
        }
    };

    static LinearModel model(String name) {
        Alpha cv = new Alpha.CrossValidated();
        return switch (name) {
            case "ols" -> new LinearModel.Ols();
            case "ridge" -> new LinearModel.Ridge(cv);
            case "lasso" -> LinearModel.lasso(cv);
            default -> new LinearModel.ElasticNet(0.5, cv);
        };
    }

    @Setup(Level.Trial)
    public void draw() {
        linearModel = model(model);
        for (int v = 0; v < VARIANTS; v++) {
            rows[v] = new Generator(WAVE, -5, 5, 0.5 + 0.05 * v, 0, 1, 1, 2).generate(samples, WORKERS, NEVER);
            ready[v] = PolynomialSample.of(
                    rows[v], Partition.shuffled(samples, 0.3, 5, 1, WORKERS, NEVER), WORKERS, NEVER);
            ready[v].moments(10, WORKERS, NEVER);
        }
    }

    @Benchmark
    public PolynomialFit fromRowsToScores() {
        Rows drawn = rows[next++ % VARIANTS];
        Partition partition = Partition.shuffled(drawn.size(), 0.3, 5, 1, WORKERS, NEVER);
        PolynomialSample sample = PolynomialSample.of(drawn, partition, WORKERS, NEVER);
        return PolynomialRegression.fit(sample, 10, linearModel, Precision.FAST, WORKERS, NEVER);
    }

    /** A change of the model alone: the moments are there. */
    @Benchmark
    public PolynomialFit refitAfterModelChange() {
        return PolynomialRegression.fit(ready[next++ % VARIANTS], 10, linearModel, Precision.FAST, WORKERS, NEVER);
    }
}
