package org.interactiveml.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The meters over the last seconds, for a page that shows them without a Prometheus in between. A page has a dashboard of its
 * own and reads it about once a second. Not thread-safe; a reading costs some ten microseconds per series.
 */
public final class Dashboard {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final Deque<Totals> past = new ArrayDeque<>();

    /**
     * What there is to show, over all experiments.
     *
     * @param fits by model
     * @param paint from input event to painted frame
     * @param changesPerSecond by what became of them
     * @param sessions open now
     */
    public record Reading(
            Map<String, LatencySnapshot> fits,
            LatencySnapshot paint,
            Map<String, Double> changesPerSecond,
            int sessions) {}

    /** Everything since the program began. */
    private record Totals(long nanos, Map<String, Histogram> fits, Histogram paint, Map<String, Double> changes) {}

    /** Bounds in milliseconds, and the recordings up to each of them and altogether. */
    private record Histogram(double[] bounds, double[] counts) {
        static Histogram of(Timer timer) {
            CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
            double[] bounds = new double[buckets.length];
            double[] counts = new double[buckets.length + 1];
            for (int i = 0; i < buckets.length; i++) {
                bounds[i] = buckets[i].bucket(TimeUnit.MILLISECONDS);
                counts[i] = buckets[i].count();
            }
            counts[buckets.length] =
                    Math.max((double) timer.count(), buckets.length == 0 ? 0 : counts[buckets.length - 1]);
            return new Histogram(bounds, counts);
        }

        Histogram plus(Histogram other, double sign) {
            double[] sum = counts.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * other.counts[i];
            }
            return new Histogram(bounds, sum);
        }
    }

    /** A dashboard whose first reading begins now. */
    public Dashboard(MeterRegistry registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        past.add(totals());
    }

    /** What has happened over the last ten seconds, or since the beginning where that is not as long ago. */
    public Reading read() {
        Totals now = totals();
        past.add(now);
        while (past.size() > 2 && now.nanos - secondOldest().nanos >= WINDOW_NANOS) {
            past.removeFirst();
        }
        Totals then = past.getFirst();
        double seconds = Math.max(now.nanos - then.nanos, 1) / 1e9;
        Map<String, LatencySnapshot> fits = new TreeMap<>();
        now.fits.forEach((model, fit) -> fits.put(model, between(then.fits.getOrDefault(model, fit), fit, seconds)));
        Map<String, Double> changes = new TreeMap<>();
        now.changes.forEach(
                (outcome, count) -> changes.put(outcome, (count - then.changes.getOrDefault(outcome, 0.0)) / seconds));
        double sessions = registry.find(LabMeter.SESSIONS.getName()).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
        return new Reading(fits, between(then.paint, now.paint, seconds), changes, (int) sessions);
    }

    private Totals secondOldest() {
        var oldestFirst = past.iterator();
        oldestFirst.next();
        return oldestFirst.next();
    }

    private static LatencySnapshot between(Histogram then, Histogram now, double seconds) {
        return LatencySnapshot.of(now.bounds, now.plus(then, -1).counts, seconds);
    }

    private Totals totals() {
        Map<String, Histogram> fits = new TreeMap<>();
        for (Timer fit : registry.find(LabMeter.FIT.getName()).timers()) {
            String model = String.valueOf(fit.getId().getTag(LabTag.MODEL.asString()));
            fits.merge(model, Histogram.of(fit), (a, b) -> a.plus(b, 1));
        }
        Histogram paint = registry.find(LabMeter.PAINT.getName()).timers().stream()
                .map(Histogram::of)
                .reduce((a, b) -> a.plus(b, 1))
                .orElseGet(() -> new Histogram(new double[0], new double[1]));
        Map<String, Double> changes = new TreeMap<>();
        for (Counter change : registry.find(LabMeter.CHANGES.getName()).counters()) {
            String outcome = String.valueOf(change.getId().getTag(LabTag.CHANGE.asString()));
            changes.merge(outcome, change.count(), Double::sum);
        }
        return new Totals(nanoTime.getAsLong(), fits, paint, changes);
    }
}
