package org.interactiveml.engine.bench;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.model.linear.PolynomialFit;
import org.interactiveml.engine.model.linear.PolynomialRegression;
import org.interactiveml.engine.model.linear.PolynomialSample;
import org.interactiveml.engine.model.linear.Precision;
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

/** Cost against the number of rows, on all cores: making the rows, reducing them to moments, and refitting the LASSO. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1500m"})
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class ScaleBenchmark {
    private static final Cancellation NEVER = new Cancellation();

    @Param({"100", "10000", "1000000", "10000000"})
    public int samples;

    private final Workers workers =
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
    private final Generator generator = new Generator(FitBenchmark.WAVE, -5, 5, 2, 0, 1, 1, 2);
    private Rows rows = new Rows(new double[0], new double[0]);
    private PolynomialSample sample = reduce(generate(100));

    private Rows generate(int size) {
        return generator.generate(size, workers, NEVER);
    }

    private PolynomialSample reduce(Rows of) {
        Partition partition = Partition.shuffled(of.size(), 0.3, 5, 1, workers, NEVER);
        PolynomialSample reduced = PolynomialSample.of(of, partition, workers, NEVER);
        reduced.moments(10, workers, NEVER);
        return reduced;
    }

    @Setup(Level.Trial)
    public void draw() {
        rows = generate(samples);
        sample = reduce(rows);
    }

    @Benchmark
    public Rows generate() {
        return generate(samples);
    }

    @Benchmark
    public PolynomialSample splitAndMoments() {
        return reduce(rows);
    }

    @Benchmark
    public PolynomialFit refitLasso() {
        return PolynomialRegression.fit(sample, 10, FitBenchmark.model("lasso"), Precision.FAST, workers, NEVER);
    }
}
