package org.interactiveml.engine.experiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;

/**
 * The outcomes of one run over one snapshot: stages of different versions never share a frame. Immutable.
 *
 * @param snapshot the parameters, with the version
 * @param fidelity at which refining stages were computed
 * @param complete whether all wanted stages are in; an early frame of the same version comes before a complete one
 * @param results one for each wanted stage that has ended, in plan order; without the internal ones when published
 * @param times nanoseconds that this run spent on all stages of a phase, internal ones included
 */
public record Frame(
        Snapshot snapshot, Fidelity fidelity, boolean complete, List<StageResult<?>> results, Map<Phase, Long> times) {
    public Frame {
        results = List.copyOf(results);
        times = Map.copyOf(times);
    }

    /** A frame whose times are those of its results. */
    public Frame(Snapshot snapshot, Fidelity fidelity, boolean complete, List<StageResult<?>> results) {
        this(snapshot, fidelity, complete, results, times(results));
    }

    private static Map<Phase, Long> times(List<StageResult<?>> results) {
        Map<Phase, Long> times = new EnumMap<>(Phase.class);
        for (StageResult<?> result : results) {
            times.merge(result.stage().phase(), result.nanos(), Long::sum);
        }
        return times;
    }

    /** The same frame for the outside: without internal stages, whose values (all rows, say) it would keep in memory. */
    public Frame published() {
        return new Frame(
                snapshot,
                fidelity,
                complete,
                results.stream().filter(result -> result.stage().isReported()).toList(),
                times);
    }

    /** The snapshot's version. */
    public long version() {
        return snapshot.version();
    }

    /** The outcome of a stage of this frame. */
    public <T> Optional<Outcome<T>> outcome(Stage<T> stage) {
        for (StageResult<?> result : results) {
            if (result.stage() == stage) {
                @SuppressWarnings("unchecked") // a result's outcome has the type of its stage
                Outcome<T> outcome = (Outcome<T>) result.outcome();
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** The report at a path that starts with the id of a stage: {@code fit.train.r2}; empty unless that stage is ready. */
    public Optional<Report> at(String path) {
        int dot = path.indexOf('.');
        String id = dot < 0 ? path : path.substring(0, dot);
        for (StageResult<?> result : results) {
            if (result.stage().id().equals(id)) {
                Optional<Report> report = report(result);
                return dot < 0 ? report : report.flatMap(whole -> whole.at(path.substring(dot + 1)));
            }
        }
        return Optional.empty();
    }

    /** The report of a result whose stage is reported and ready. */
    public static <T> Optional<Report> report(StageResult<T> result) {
        return result.stage().isReported() && result.outcome() instanceof Outcome.Ready<T>(T value)
                ? Optional.of(result.stage().report(value))
                : Optional.empty();
    }

    /** Time this run spent on the stages of a phase, in nanoseconds. */
    public long nanos(Phase phase) {
        return times.getOrDefault(phase, 0L);
    }

    /** Time this run spent on all stages, in nanoseconds. */
    public long nanos() {
        long sum = 0;
        for (long nanos : times.values()) {
            sum += nanos;
        }
        return sum;
    }

    /** Whether any stage failed. */
    public boolean hasFailure() {
        return results.stream().anyMatch(result -> result.outcome() instanceof Outcome.Failed);
    }
}
