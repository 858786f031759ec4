package org.interactiveml.engine.experiment;

import java.util.ArrayList;
import java.util.List;
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
 * @param work what became of all stages that have ended, internal ones included, in plan order
 */
public record Frame(
        Snapshot snapshot, Fidelity fidelity, boolean complete, List<StageResult<?>> results, List<Work> work) {
    public Frame {
        results = List.copyOf(results);
        work = List.copyOf(work);
    }

    /** A frame whose work is that of its results. */
    public Frame(Snapshot snapshot, Fidelity fidelity, boolean complete, List<StageResult<?>> results) {
        this(snapshot, fidelity, complete, results, work(results));
    }

    /**
     * What became of one stage, without its value.
     *
     * @param ready whether it has a value
     * @param nanos time this run spent on it; 0 where an earlier outcome still held
     */
    public record Work(Stage<?> stage, boolean ready, long nanos) {}

    private static List<Work> work(List<StageResult<?>> results) {
        List<Work> work = new ArrayList<>(results.size());
        for (StageResult<?> result : results) {
            work.add(new Work(result.stage(), result.outcome() instanceof Outcome.Ready, result.nanos()));
        }
        return work;
    }

    /** The same frame for the outside: without internal stages, whose values (all rows, say) it would keep in memory. */
    public Frame published() {
        return new Frame(
                snapshot,
                fidelity,
                complete,
                results.stream().filter(result -> result.stage().isReported()).toList(),
                work);
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
        long sum = 0;
        for (Work done : work) {
            sum += done.stage().phase() == phase ? done.nanos() : 0;
        }
        return sum;
    }

    /** Time this run spent on all stages, in nanoseconds. */
    public long nanos() {
        long sum = 0;
        for (Work done : work) {
            sum += done.nanos();
        }
        return sum;
    }

    /** Whether any stage failed. */
    public boolean hasFailure() {
        return results.stream().anyMatch(result -> result.outcome() instanceof Outcome.Failed);
    }
}
