package org.interactiveml.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;

/**
 * The meters of one experiment, all registered beforehand: a scrape shows every series from the start, at zero, and an event
 * costs one look-up. Thread-safe.
 */
final class ExperimentMeters {
    private final Map<String, StageTimers> stages = new HashMap<>();
    private final Set<String> partsOfFit = new HashSet<>();
    private final String fit;
    private final ModelTimers models;
    private final Timer early;
    private final Timer draft;
    private final Timer full;
    private final Timer paint;
    private final Map<Ending, Counter> endings = new EnumMap<>(Ending.class);
    private final Counter rejected;
    private final AtomicInteger sessions;

    /** Time the present run has spent on the fit so far. A run stays on one thread, and a thread runs one run at a time. */
    private final ThreadLocal<long[]> fitNanos = ThreadLocal.withInitial(() -> new long[1]);

    ExperimentMeters(Experiment experiment, MeterRegistry registry) {
        Tag tag = LabTag.EXPERIMENT.with(experiment.id());
        for (Stage<?> stage : experiment.plan().stages()) {
            stages.put(stage.id(), new StageTimers(registry, tag, LabTag.STAGE.with(stage.id())));
        }
        fit = experiment.fit().id();
        for (Stage<?> stage : experiment.plan().closure(List.of(experiment.fit()))) {
            if (stage.phase() == Phase.FIT || stage.id().equals(fit)) {
                partsOfFit.add(stage.id());
            }
        }
        models = ModelTimers.of(experiment, registry, tag);
        early = LabMeters.timer(registry, LabMeter.FRAME, tag, LabTag.FRAME.with("early"));
        draft = LabMeters.timer(registry, LabMeter.FRAME, tag, LabTag.FRAME.with("draft"));
        full = LabMeters.timer(registry, LabMeter.FRAME, tag, LabTag.FRAME.with("full"));
        paint = LabMeters.timer(registry, LabMeter.PAINT, tag);
        for (Ending ending : Ending.values()) {
            String outcome = ending.name().toLowerCase(Locale.ROOT);
            endings.put(ending, LabMeters.counter(registry, LabMeter.CHANGES, tag, LabTag.CHANGE.with(outcome)));
        }
        rejected = LabMeters.counter(registry, LabMeter.CHANGES, tag, LabTag.CHANGE.with("rejected"));
        sessions = LabMeters.gauge(registry, LabMeter.SESSIONS, tag);
    }

    void opened() {
        sessions.incrementAndGet();
    }

    void closed() {
        sessions.decrementAndGet();
    }

    void rejected() {
        rejected.increment();
    }

    void ended(Ending how) {
        Counter counter = endings.get(how);
        if (counter != null) {
            counter.increment();
        }
    }

    void painted(long nanos) {
        paint.record(nanos, TimeUnit.NANOSECONDS);
    }

    void frame(Frame frame, long nanosSinceAccepted) {
        Timer timer = !frame.complete() ? early : frame.fidelity() == Fidelity.DRAFT ? draft : full;
        timer.record(nanosSinceAccepted, TimeUnit.NANOSECONDS);
        fitNanos.get()[0] = 0;
    }

    void stage(Snapshot snapshot, StageResult<?> computed) {
        String stage = computed.stage().id();
        StageTimers timers = stages.get(stage);
        if (timers != null) {
            timers.record(computed);
        }
        if (partsOfFit.contains(stage)) {
            fitPart(snapshot, computed);
        }
    }

    private void fitPart(Snapshot snapshot, StageResult<?> part) {
        long[] spent = fitNanos.get();
        if (part.outcome() instanceof Outcome.Ready) {
            spent[0] += part.nanos();
            if (part.stage().id().equals(fit)) {
                models.at(snapshot).record(spent[0], TimeUnit.NANOSECONDS);
                spent[0] = 0;
            }
        } else {
            spent[0] = 0; // a fit that did not come about has no latency
        }
    }

    /** How long a stage took, by how it ended. A blocked stage was not computed at all. */
    private static final class StageTimers {
        private final Timer ready;
        private final Timer failed;
        private final Timer cancelled;

        StageTimers(MeterRegistry registry, Tag experiment, Tag stage) {
            ready = LabMeters.timer(registry, LabMeter.STAGE, experiment, stage, LabTag.OUTCOME.with("ready"));
            failed = LabMeters.timer(registry, LabMeter.STAGE, experiment, stage, LabTag.OUTCOME.with("failed"));
            cancelled = LabMeters.timer(registry, LabMeter.STAGE, experiment, stage, LabTag.OUTCOME.with("cancelled"));
        }

        void record(StageResult<?> computed) {
            switch (computed.outcome()) {
                case Outcome.Ready<?> value -> ready.record(computed.nanos(), TimeUnit.NANOSECONDS);
                case Outcome.Failed<?> failure -> failed.record(computed.nanos(), TimeUnit.NANOSECONDS);
                case Outcome.Cancelled<?> stopped -> cancelled.record(computed.nanos(), TimeUnit.NANOSECONDS);
                case Outcome.Blocked<?> blocked -> {}
            }
        }
    }
}
