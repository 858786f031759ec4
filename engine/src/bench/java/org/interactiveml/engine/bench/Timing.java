package org.interactiveml.engine.bench;

import java.util.Arrays;

/** Times of repeated calls in this process: enough for tables of ratios, where JMH's forks would take half an hour. */
final class Timing {
    private static final int FEWEST = 5;

    private static Object lastResult = "";

    private Timing() {}

    /** One call, whose result is kept so that it is computed. */
    interface Call {
        Object run();
    }

    /** Sorted times in nanoseconds of the calls within {@code seconds}, after as long a warm-up. */
    static long[] nanos(double seconds, Call call) {
        repeat(seconds, call);
        return repeat(seconds, call);
    }

    /** The median of {@link #nanos}. */
    static double medianNanos(double seconds, Call call) {
        long[] nanos = nanos(seconds, call);
        return nanos[nanos.length / 2];
    }

    private static long[] repeat(double seconds, Call call) {
        long[] nanos = new long[1 << 20];
        long begin = System.nanoTime();
        int count = 0;
        while (count < nanos.length && (count < FEWEST || System.nanoTime() - begin < seconds * 1e9)) {
            long start = System.nanoTime();
            lastResult = call.run();
            nanos[count++] = System.nanoTime() - start;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return lastResult == sorted ? new long[0] : sorted;
    }
}
