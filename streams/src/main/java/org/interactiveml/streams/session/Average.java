package org.interactiveml.streams.session;

/** A moving average of durations that forgets: {@code a ← a + (x − a)/4}; starts with the first one. Not thread-safe. */
final class Average {
    private static final double WEIGHT = 0.25;

    private double nanos;
    private boolean begun;

    /** Adds a duration in nanoseconds. */
    void add(long duration) {
        nanos = begun ? nanos + WEIGHT * (duration - nanos) : duration;
        begun = true;
    }

    /** The average in nanoseconds, 0 while there is none. */
    long nanos() {
        return (long) nanos;
    }
}
