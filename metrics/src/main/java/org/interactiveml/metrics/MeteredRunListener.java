package org.interactiveml.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.vertx.PaintListener;

/**
 * Counts and times what happens in sessions, in the meters of {@link LabMeter}.
 *
 * <p>Thread-safe, without locks and, apart from an experiment's first event, without allocation.
 */
public final class MeteredRunListener implements RunListener, PaintListener {
    private final MeterRegistry registry;
    private final Map<String, ExperimentMeters> metersById = new ConcurrentHashMap<>();

    /** Registers all meters of these experiments; those of others come with their first event. */
    public MeteredRunListener(MeterRegistry registry, Collection<? extends Experiment> experiments) {
        this.registry = registry;
        experiments.forEach(this::of);
    }

    private ExperimentMeters of(Experiment experiment) {
        ExperimentMeters meters = metersById.get(experiment.id());
        return meters != null
                ? meters
                : metersById.computeIfAbsent(experiment.id(), id -> new ExperimentMeters(experiment, registry));
    }

    @Override
    public void opened(Experiment experiment) {
        of(experiment).opened();
    }

    @Override
    public void closed(Experiment experiment) {
        of(experiment).closed();
    }

    @Override
    public void rejected(Experiment experiment, List<Problem> problems) {
        of(experiment).rejected();
    }

    @Override
    public void stage(Experiment experiment, Snapshot snapshot, StageResult<?> computed) {
        of(experiment).stage(snapshot, computed);
    }

    @Override
    public void ended(Experiment experiment, Snapshot snapshot, Ending how) {
        of(experiment).ended(how);
    }

    @Override
    public void frame(Experiment experiment, Frame frame, long nanosSinceAccepted) {
        of(experiment).frame(frame, nanosSinceAccepted);
    }

    @Override
    public void painted(Experiment experiment, long nanos) {
        of(experiment).painted(nanos);
    }
}
