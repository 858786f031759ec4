package org.interactiveml.engine.model.linear;

import java.util.SplittableRandom;
import org.interactiveml.engine.data.Generator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;

/** Data and calls that the tests of this package share. */
final class Fixtures {
    static final Workers WORKERS = Workers.callerOnly();
    static final Cancellation NEVER = new Cancellation();
    static final ArrayFunction WAVE = (x, out, from, to) -> {
        for (int i = from; i < to; i++) {
            out[i] = 2 * x[i] - 0.6 * x[i] * x[i] + 0.2 * x[i] * x[i] * x[i] + 18 * StrictMath.sin(x[i]);
        }
    };

    private Fixtures() {}

    static Rows wave(int size, double low, double high, double noise, long seed) {
        return new Generator(WAVE, low, high, noise, 0, 1, seed, seed + 1).generate(size, WORKERS, NEVER);
    }

    static PolynomialSample sample(Rows rows, Partition partition) {
        return PolynomialSample.of(rows, partition, WORKERS, NEVER);
    }

    static PolynomialSample split(Rows rows, double testFraction, int folds, long seed) {
        return sample(rows, Partition.shuffled(rows.size(), testFraction, folds, seed, WORKERS, NEVER));
    }

    static PolynomialFit fit(PolynomialSample sample, int degree, LinearModel model) {
        return PolynomialRegression.fit(sample, degree, model, Precision.EXACT, WORKERS, NEVER);
    }

    /** A random problem: size, range, noise and folds all vary with the seed. */
    static PolynomialSample random(long seed, int degree) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 3 * degree + 20 + random.nextInt(200);
        double low = -5 + 8 * random.nextDouble();
        double high = low + 1 + 5 * random.nextDouble();
        return split(wave(size, low, high, 3 * random.nextDouble(), seed), 0.3, 2 + random.nextInt(6), seed);
    }

    static double[] predict(PolynomialFit fit, double[] x) {
        double[] out = new double[x.length];
        fit.curve().evaluate(x, out, 0, x.length);
        return out;
    }
}
