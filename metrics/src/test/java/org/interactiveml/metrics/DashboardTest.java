package org.interactiveml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Ending;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private final Toy toy = new Toy();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MeteredRunListener listener = new MeteredRunListener(registry, List.of(toy));
    private final AtomicLong nanos = new AtomicLong();
    private final Dashboard dashboard = new Dashboard(registry, nanos::get);

    private Dashboard.Reading readAfter(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        return dashboard.read();
    }

    @Test
    void beforeTheFirstEventThereIsNothing() {
        LatencySnapshot paint = readAfter(1).paint();

        assertThat(paint.count()).isZero();
        assertThat(paint.perSecond()).isZero();
        assertThat(paint.p50Millis()).isNaN();
    }

    @Test
    void quantilesAreLinearWithinABucket() {
        for (int i = 0; i < 50; i++) {
            listener.painted(toy, 3_000_000);
            listener.painted(toy, 7_000_000);
        }

        LatencySnapshot paint = readAfter(2).paint();

        assertThat(paint.count()).isEqualTo(100);
        assertThat(paint.perSecond()).isEqualTo(50);
        assertThat(paint.p50Millis()).isCloseTo(4, within(1e-12));
        assertThat(paint.p95Millis()).isCloseTo(4 + 4 * 0.9, within(1e-12));
    }

    @Test
    void whatIsBeyondTheLastBucketIsShownAsItsBound() {
        listener.painted(toy, TimeUnit.SECONDS.toNanos(3));

        assertThat(readAfter(1).paint().p99Millis()).isEqualTo(250);
    }

    @Test
    void fitsAreToldByModel() {
        new ToyRuns(toy, listener).change(Patch.of(Toy.MODEL, Toy.Model.ELASTIC_NET));

        Dashboard.Reading reading = readAfter(1);

        assertThat(reading.fits()).containsOnlyKeys("ols", "elastic-net");
        assertThat(reading.fits())
                .hasEntrySatisfying(
                        "elastic-net", fits -> assertThat(fits.count()).isEqualTo(1));
        assertThat(reading.fits())
                .hasEntrySatisfying("ols", fits -> assertThat(fits.count()).isZero());
    }

    @Test
    void changesAndSessionsAreCounted() {
        listener.opened(toy);
        for (int i = 0; i < 30; i++) {
            listener.ended(toy, Toy.PARAMETERS.defaults(), Ending.RUN);
        }

        Dashboard.Reading reading = readAfter(3);

        assertThat(reading.changesPerSecond()).containsEntry("run", 10.0).containsEntry("superseded", 0.0);
        assertThat(reading.sessions()).isEqualTo(1);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        listener.painted(toy, 3_000_000);
        assertThat(readAfter(1).paint().count()).isEqualTo(1);
        for (int i = 0; i < 9; i++) {
            assertThat(readAfter(1).paint().count()).isEqualTo(1);
        }

        assertThat(readAfter(1).paint().count()).isZero();
    }
}
