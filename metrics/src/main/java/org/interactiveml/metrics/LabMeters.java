package org.interactiveml.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Registers the meters that {@link LabMeter} describes. */
final class LabMeters {
    /** Bounds of the histogram buckets; 16.7 ms is one frame of a display at 60 Hz. */
    static final List<Duration> BUCKETS = micros(1_000, 2_000, 4_000, 8_000, 16_700, 33_000, 50_000, 100_000, 250_000);

    /** The same and finer ones below: most fits are over long before the first of those. */
    static final List<Duration> FIT_BUCKETS =
            Stream.of(micros(50, 100, 200, 500), BUCKETS).flatMap(List::stream).toList();

    private LabMeters() {}

    private static List<Duration> micros(long... bounds) {
        return LongStream.of(bounds)
                .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                .toList();
    }

    static Timer timer(MeterRegistry registry, LabMeter meter, Tag... tags) {
        return Timer.builder(meter.getName())
                .description(meter.meaning())
                .tags(List.of(tags))
                .serviceLevelObjectives((meter == LabMeter.FIT ? FIT_BUCKETS : BUCKETS).toArray(Duration[]::new))
                .register(registry);
    }

    static Counter counter(MeterRegistry registry, LabMeter meter, Tag... tags) {
        return Counter.builder(meter.getName())
                .description(meter.meaning())
                .tags(List.of(tags))
                .register(registry);
    }

    static AtomicInteger gauge(MeterRegistry registry, LabMeter meter, Tag... tags) {
        AtomicInteger level = new AtomicInteger();
        Gauge.builder(meter.getName(), level, AtomicInteger::get)
                .description(meter.meaning())
                .tags(List.of(tags))
                .strongReference(true)
                .register(registry);
        return level;
    }
}
