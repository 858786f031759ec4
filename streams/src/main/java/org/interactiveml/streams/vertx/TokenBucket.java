package org.interactiveml.streams.vertx;

import java.util.function.LongSupplier;

/** Admits up to a burst at once and a steady rate over time. Not thread-safe. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final double burst;
    private final LongSupplier nanoTime;
    private double available;
    private long last;

    /** A full bucket that holds what one second admits. */
    TokenBucket(int perSecond, LongSupplier nanoTime) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = perSecond;
        this.nanoTime = nanoTime;
        this.available = burst;
        this.last = nanoTime.getAsLong();
    }

    /** Whether one more is admitted now. */
    boolean admits() {
        long now = nanoTime.getAsLong();
        available = Math.min(burst, available + (now - last) * perNano);
        last = now;
        if (available < 1) {
            return false;
        }
        available--;
        return true;
    }
}
