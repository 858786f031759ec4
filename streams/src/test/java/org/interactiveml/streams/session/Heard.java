package org.interactiveml.streams.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;

/** Writes down what a listener hears. Thread-safe. */
final class Heard implements RunListener {
    final List<Long> accepted = Collections.synchronizedList(new ArrayList<>());
    final List<Problem> rejected = Collections.synchronizedList(new ArrayList<>());
    final List<String> stages = Collections.synchronizedList(new ArrayList<>());
    final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
    final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
    final List<String> life = Collections.synchronizedList(new ArrayList<>());
    private final Map<Long, List<Ending>> endings = new TreeMap<>();

    @Override
    public void opened(Experiment experiment) {
        life.add("opened");
    }

    @Override
    public void closed(Experiment experiment) {
        life.add("closed");
    }

    @Override
    public void accepted(Experiment experiment, Snapshot snapshot, Patch patch, Pace pace) {
        accepted.add(snapshot.version());
    }

    @Override
    public void rejected(Experiment experiment, List<Problem> problems) {
        rejected.addAll(problems);
    }

    @Override
    public void stage(Experiment experiment, Snapshot snapshot, StageResult<?> computed) {
        stages.add(computed.stage() + "@" + snapshot.version());
    }

    @Override
    public void ended(Experiment experiment, Snapshot snapshot, Ending how) {
        synchronized (endings) {
            endings.computeIfAbsent(snapshot.version(), version -> new ArrayList<>())
                    .add(how);
        }
    }

    @Override
    public void frame(Experiment experiment, Frame frame, long nanosSinceAccepted) {
        frames.add(frame);
        latencies.add(nanosSinceAccepted);
    }

    /** How each version ended, once per report. */
    Map<Long, List<Ending>> endings() {
        synchronized (endings) {
            Map<Long, List<Ending>> copy = new TreeMap<>();
            endings.forEach((version, how) -> copy.put(version, List.copyOf(how)));
            return copy;
        }
    }

    /** How many changes ended so. */
    long count(Ending how) {
        return endings().values().stream()
                .flatMap(List::stream)
                .filter(how::equals)
                .count();
    }
}
