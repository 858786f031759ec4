package org.interactiveml.engine.numeric;

import java.util.Arrays;

/** Sorts columns that are too long to sort without a look at the cancellation. */
public final class Sorting {
    /** Values that one thread sorts at a time, in about a millisecond. */
    private static final int RUN = 1 << 13;

    private Sorting() {}

    /** Sorts ascending, in place; runs of equal length are sorted on all threads, then merged pair by pair. */
    public static void sort(double[] values, Workers workers, Cancellation cancellation) {
        int size = values.length;
        if (size <= RUN) {
            Arrays.sort(values);
            return;
        }
        workers.run((size + RUN - 1) / RUN, run -> {
            cancellation.check();
            Arrays.sort(values, run * RUN, Math.min(size, (run + 1) * RUN));
        });
        double[] from = values;
        double[] to = new double[size];
        boolean elsewhere = false;
        for (long length = RUN; length < size; length *= 2) {
            double[] source = from;
            double[] target = to;
            long step = length;
            workers.run((int) ((size + 2 * step - 1) / (2 * step)), pair -> {
                int low = (int) (2 * step * pair);
                int middle = (int) Math.min(size, low + step);
                int high = (int) Math.min(size, low + 2 * step);
                merge(source, low, middle, high, target, cancellation);
            });
            from = target;
            to = source;
            elsewhere = !elsewhere;
        }
        if (elsewhere) {
            System.arraycopy(from, 0, values, 0, size);
        }
    }

    private static void merge(
            double[] source, int low, int middle, int high, double[] target, Cancellation cancellation) {
        int left = low;
        int right = middle;
        for (int next = low; next < high; next++) {
            if ((next - low) % RUN == 0) {
                cancellation.check();
            }
            boolean takeLeft = right == high || (left < middle && Double.compare(source[left], source[right]) <= 0);
            target[next] = takeLeft ? source[left++] : source[right++];
        }
    }
}
