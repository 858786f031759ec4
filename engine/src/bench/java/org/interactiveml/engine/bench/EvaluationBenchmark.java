package org.interactiveml.engine.bench;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.evaluate.BiasVariance;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.model.linear.AlphaPath;
import org.interactiveml.engine.model.linear.ErrorByDegree;
import org.interactiveml.engine.model.linear.LearningCurve;
import org.interactiveml.engine.model.linear.LinearModel;
import org.interactiveml.engine.model.linear.PolynomialSample;
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

/** The numbers behind the evaluation views: 200 rows, 30 % of them for the test, degree 10; on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class EvaluationBenchmark {
    private static final Cancellation NEVER = new Cancellation();
    private static final int DEGREE = 10;
    private static final int[] SIZES = {11, 14, 20, 30, 45, 70, 100, 140};

    @Param({"ols", "lasso"})
    public String model;

    private final Workers workers =
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
    private final Generator generator = new Generator(FitBenchmark.WAVE, -5, 5, 2, 0, 1, 1, 2);
    private final BiasVariance.Plan plan =
            new BiasVariance.Plan(50, 5, 1000, 20, BiasVariance.centralGrid(-5, 5, 101));
    private LinearModel linearModel = new LinearModel.Ols();
    private PolynomialSample sample = sample();

    private PolynomialSample sample() {
        return PolynomialSample.of(
                generator.generate(200, Workers.callerOnly(), NEVER),
                Partition.shuffled(200, 0.3, 5, 1, Workers.callerOnly(), NEVER),
                Workers.callerOnly(),
                NEVER);
    }

    @Setup(Level.Trial)
    public void choose() {
        linearModel = FitBenchmark.model(model);
        sample = sample();
    }

    @Benchmark
    public ErrorByDegree errorsOfAllDegrees() {
        return ErrorByDegree.of(sample, DEGREE, linearModel, workers, NEVER);
    }

    @Benchmark
    public BiasVariance thousandResamplesOfFiftyRows() {
        return BiasVariance.of(generator, FitBenchmark.WAVE, plan, DEGREE, linearModel, workers, NEVER);
    }

    @Benchmark
    public LearningCurve learningCurve() {
        return LearningCurve.of(sample, DEGREE, linearModel, 0.1, SIZES, workers, NEVER);
    }

    @Benchmark
    public AlphaPath pathOfSixtyAlphas() {
        LinearModel penalized =
                linearModel instanceof LinearModel.Ols ? FitBenchmark.model("ridge") : linearModel;
        return AlphaPath.of(sample, DEGREE, penalized, 60, workers, NEVER);
    }
}
