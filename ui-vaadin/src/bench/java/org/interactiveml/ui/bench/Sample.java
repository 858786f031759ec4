package org.interactiveml.ui.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;

/** Measured values, sorted. Immutable. */
final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    static Sample of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    int size() {
        return sorted.length;
    }

    /** The least value that {@code percent} of all values do not exceed (nearest rank). */
    double percentile(double percent) {
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    double median() {
        return percentile(50);
    }

    /** From the least to the greatest. */
    DoubleStream stream() {
        return Arrays.stream(sorted);
    }

    double worst() {
        return sorted[sorted.length - 1];
    }
}
