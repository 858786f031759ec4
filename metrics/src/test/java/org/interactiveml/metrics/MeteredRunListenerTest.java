package org.interactiveml.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Patch;
import org.junit.jupiter.api.Test;

class MeteredRunListenerTest {
    private final Toy toy = new Toy();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MeteredRunListener listener = new MeteredRunListener(registry, List.of(toy));
    private final ToyRuns runs = new ToyRuns(toy, listener);

    @Test
    void aFitIsTimedFromReadyRowsToScores() {
        runs.change(Patch.empty());

        assertThat(fit("ols").count()).isEqualTo(1);
        assertThat(fit("ols").totalTime(TimeUnit.NANOSECONDS)).isEqualTo(2 * ToyRuns.STAGE_NANOS);
    }

    @Test
    void aFitCountsOnlyWhatTheChangeMadeNecessary() {
        runs.change(Patch.empty());
        runs.change(Patch.of(Toy.MODEL, Toy.Model.ELASTIC_NET));

        assertThat(fit("elastic-net").count()).isEqualTo(1);
        assertThat(fit("elastic-net").totalTime(TimeUnit.NANOSECONDS)).isEqualTo(ToyRuns.STAGE_NANOS);
    }

    @Test
    void aChangeThatNeedsNoFitIsNoFit() {
        runs.change(Patch.empty());
        runs.change(Patch.empty());

        assertThat(fit("ols").count()).isEqualTo(1);
    }

    @Test
    void aFitThatFailedHasNoLatencyAndBurdensNoLaterOne() {
        runs.change(Patch.of(Toy.DEGREE, Toy.HOPELESS));
        assertThat(fit("ols").count()).isZero();

        runs.change(Patch.of(Toy.DEGREE, 2));
        assertThat(fit("ols").totalTime(TimeUnit.NANOSECONDS)).isEqualTo(ToyRuns.STAGE_NANOS);
        assertThat(stage("fit", "failed").count()).isEqualTo(1);
        assertThat(stage("fit", "ready").count()).isEqualTo(1);
    }

    @Test
    void aCancelledRunIsNoFit() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        runs.change(Patch.empty(), Fidelity.FULL, cancelled);

        assertThat(fit("ols").count()).isZero();
        assertThat(changes("cancelled")).isEqualTo(1);
    }

    @Test
    void everyStageIsTimedUnderItsName() {
        runs.change(Patch.empty());

        for (String stage : List.of("data", "moments", "fit", "study")) {
            assertThat(stage(stage, "ready").totalTime(TimeUnit.NANOSECONDS)).isEqualTo(ToyRuns.STAGE_NANOS);
        }
    }

    @Test
    void anEarlyFrameIsToldFromADraftAndFromAFullOne() {
        runs.change(Patch.empty(), Fidelity.DRAFT, new Cancellation());
        runs.change(Patch.empty(), Fidelity.FULL, new Cancellation());

        assertThat(frame("early").count()).isEqualTo(2);
        assertThat(frame("draft").count()).isEqualTo(1);
        assertThat(frame("full").count()).isEqualTo(1);
        assertThat(frame("full").totalTime(TimeUnit.NANOSECONDS)).isEqualTo(ToyRuns.FRAME_NANOS);
    }

    @Test
    void everyChangeIsCountedByWhatBecameOfIt() {
        runs.everyKindOfEvent();

        assertThat(changes("run")).isEqualTo(2);
        assertThat(changes("failed")).isEqualTo(1);
        assertThat(changes("superseded")).isEqualTo(1);
        assertThat(changes("rejected")).isEqualTo(1);
        assertThat(changes("cancelled")).isZero();
    }

    @Test
    void fitsAreToldApartByModelElseByPenaltyElseByExperiment() {
        PrometheusMeterRegistry all = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new MeteredRunListener(all, Catalog.standard().experiments());

        assertThat(models(all, "regression")).containsExactly("elastic-net", "lasso", "ols", "ridge");
        assertThat(models(all, "multivariate")).containsExactly("elastic-net", "lasso", "ols", "ridge");
        assertThat(models(all, "classification")).containsExactly("elastic-net", "l1", "l2", "none");
        assertThat(models(all, "kernel")).contains("gaussian-process", "k-nearest");
        assertThat(models(all, "curve-fit")).containsExactly("curve-fit");
    }

    private static Set<String> models(PrometheusMeterRegistry registry, String experiment) {
        return registry.get("iml.fit").tag("experiment", experiment).timers().stream()
                .map(timer -> String.valueOf(timer.getId().getTag("model")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void openSessionsAreCounted() {
        listener.opened(toy);
        listener.opened(toy);
        listener.closed(toy);

        assertThat(registry.get("iml.sessions").tag("experiment", "toy").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void timersHaveABucketForEachBoundOfTheDesign() {
        listener.painted(toy, 16_700_000);

        CountAtBucket[] buckets =
                registry.get("iml.paint").timer().takeSnapshot().histogramCounts();
        assertThat(buckets)
                .extracting(bucket -> bucket.bucket(TimeUnit.MICROSECONDS))
                .containsExactly(
                        1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_700.0, 33_000.0, 50_000.0, 100_000.0, 250_000.0);
        assertThat(buckets)
                .extracting(CountAtBucket::count)
                .containsExactly(0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void fitsHaveFinerBucketsBelowThem() {
        assertThat(fit("ols").takeSnapshot().histogramCounts())
                .extracting(bucket -> bucket.bucket(TimeUnit.MICROSECONDS))
                .startsWith(50.0, 100.0, 200.0, 500.0, 1_000.0)
                .hasSize(4 + LabMeters.BUCKETS.size());
    }

    @Test
    void theRegistryHoldsExactlyTheMetersThatAreDocumented() {
        runs.everyKindOfEvent();

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsOnly(
                        Arrays.stream(LabMeter.values()).map(LabMeter::getName).toArray(String[]::new));
        registry.getMeters().forEach(meter -> {
            LabMeter documented = Arrays.stream(LabMeter.values())
                    .filter(candidate ->
                            candidate.getName().equals(meter.getId().getName()))
                    .findFirst()
                    .orElseThrow();
            Set<String> tags =
                    meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toCollection(TreeSet::new));
            assertThat(tags)
                    .isEqualTo(Arrays.stream(documented.getKeyNames())
                            .map(key -> key.asString())
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(meter.getId().getType()).isEqualTo(documented.getType());
            assertThat(meter.getId().getDescription()).isEqualTo(documented.meaning());
        });
    }

    @Test
    void everySeriesIsThereBeforeTheFirstEvent() {
        int before = registry.getMeters().size();
        runs.everyKindOfEvent();

        assertThat(registry.getMeters()).hasSize(before);
    }

    private Timer fit(String model) {
        return registry.get("iml.fit").tags("experiment", "toy", "model", model).timer();
    }

    private Timer stage(String stage, String outcome) {
        return registry.get("iml.stage")
                .tags("experiment", "toy", "stage", stage, "outcome", outcome)
                .timer();
    }

    private Timer frame(String kind) {
        return registry.get("iml.frame")
                .tags("experiment", "toy", "frame", kind)
                .timer();
    }

    private double changes(String outcome) {
        return registry.get("iml.changes")
                .tags("experiment", "toy", "outcome", outcome)
                .counter()
                .count();
    }
}
