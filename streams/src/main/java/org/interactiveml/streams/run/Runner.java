package org.interactiveml.streams.run;

import static java.lang.System.Logger.Level.ERROR;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.interactiveml.engine.experiment.Evaluation;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * Runs the dirty part of an experiment's plan, reports each stage it computed, logs what is a bug, and knows whether what
 * it returns is still a draft.
 *
 * <p>Not thread-safe: one run at a time, with a happens-before edge between runs.
 */
public final class Runner {
    private static final System.Logger LOG = System.getLogger(Runner.class.getName());

    private final Experiment experiment;
    private final Evaluation evaluation;
    private final RunListener listener;
    private final boolean refines;

    /** For each refining stage, the stamp of its last outcome at full fidelity. */
    private final Map<Stage<?>, Long> fullStamps = new HashMap<>();

    private final Set<Object> loggedBugs = new HashSet<>();
    private long reportedStamp;

    /**
     * A runner with nothing computed yet.
     *
     * @param targets the stages wanted; what they read is computed too
     * @param nanoTime a clock in nanoseconds
     */
    public Runner(
            Experiment experiment,
            Collection<? extends Stage<?>> targets,
            LongSupplier nanoTime,
            RunListener listener) {
        this.experiment = experiment;
        this.evaluation = new Evaluation(experiment.plan(), targets, nanoTime);
        this.listener = listener;
        this.refines = experiment.plan().closure(targets).stream().anyMatch(Stage::refines);
    }

    /** Whether any stage does less work in a draft; where none does, every run is full. */
    public boolean refines() {
        return refines;
    }

    /**
     * Brings all wanted stages up to date.
     *
     * @param fidelity what is wanted; a complete frame says {@link Fidelity#FULL} where nothing in it is a draft
     * @param early receives the frames before the last one, on the calling thread
     * @return the last frame; incomplete when the run was cancelled
     */
    public Frame run(Snapshot snapshot, Fidelity fidelity, Cancellation cancellation, Consumer<Frame> early) {
        Frame last = evaluation.run(snapshot, fidelity, cancellation, part -> early.accept(reported(part)));
        return reported(last);
    }

    private Frame reported(Frame frame) {
        reportStages(frame);
        if (frame.fidelity() == Fidelity.FULL) {
            rememberFull(frame);
            return frame.published();
        }
        Frame published = frame.published();
        return frame.complete() && !hasDraft(frame)
                ? new Frame(frame.snapshot(), Fidelity.FULL, true, published.results(), published.work())
                : published;
    }

    private void reportStages(Frame frame) {
        long newest = reportedStamp;
        boolean stopped = false;
        for (StageResult<?> result : frame.results()) {
            if (result.stamp() <= reportedStamp || stopped) {
                newest = Math.max(newest, result.stamp());
                continue;
            }
            newest = result.stamp();
            switch (result.outcome()) {
                case Outcome.Ready<?> ready -> listener.stage(experiment, frame.snapshot(), result);
                case Outcome.Failed<?> failed -> {
                    failed.bug().ifPresent(bug -> logOnce(failed.stage(), bug, frame.snapshot()));
                    listener.stage(experiment, frame.snapshot(), result);
                }
                case Outcome.Blocked<?> blocked -> {}
                case Outcome.Cancelled<?> cancelled -> {
                    stopped = true; // the first one was being computed, those after it were not begun
                    listener.stage(experiment, frame.snapshot(), result);
                }
            }
        }
        reportedStamp = newest;
    }

    /** A bug comes back with every move of a slider; its stack is worth reading once. */
    private void logOnce(String stage, RuntimeException bug, Snapshot snapshot) {
        StackTraceElement[] stack = bug.getStackTrace();
        Object place = stack.length == 0 ? "" : stack[0];
        if (loggedBugs.add(List.of(stage, bug.getClass(), place))) {
            LOG.log(ERROR, "stage " + stage + " of " + experiment.id() + " failed at " + snapshot, bug);
        }
    }

    private void rememberFull(Frame frame) {
        for (StageResult<?> result : frame.results()) {
            if (result.stage().refines()) {
                fullStamps.put(result.stage(), result.stamp());
            }
        }
    }

    private boolean hasDraft(Frame frame) {
        for (StageResult<?> result : frame.results()) {
            if (result.stage().refines() && !Objects.equals(fullStamps.get(result.stage()), result.stamp())) {
                return true;
            }
        }
        return false;
    }
}
