package org.interactiveml.engine.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan again and again, computing only what has changed.
 *
 * <p>Each stage's last outcome is kept together with what it was computed from: the values of the parameters it declares,
 * the stamps of the stages it reads, and, where it refines, the fidelity. A stage runs again exactly when one of these
 * differs. An outcome therefore stays valid whatever happened in between: a run that was cancelled half-way leaves behind
 * finished stages that the next run uses or not, by the same rule.
 *
 * <p>Not thread-safe: one run at a time, with a happens-before edge between runs.
 */
public final class Evaluation {
    /** Studies that take less than this together are worth no frame in between. */
    private static final long EARLY_NANOS = 5_000_000;

    private final List<Stage<?>> stages;
    private final Memo<?>[] memos;
    private final Plan plan;
    private final LongSupplier nanoTime;
    private long stamp;

    /**
     * An evaluation of some stages of a plan.
     *
     * @param targets the stages wanted; what they read is computed too
     * @param nanoTime a clock in nanoseconds, for the times in the frames
     */
    public Evaluation(Plan plan, Collection<? extends Stage<?>> targets, LongSupplier nanoTime) {
        this.plan = plan;
        this.stages = plan.closure(targets);
        this.memos = new Memo<?>[plan.stages().size()];
        this.nanoTime = nanoTime;
    }

    /**
     * Brings all wanted stages up to date.
     *
     * @param early receives an incomplete frame before the first {@link Phase#STUDY} stage that has to run, and before others
     *     of them if much has been computed since; on the calling thread
     * @return the complete frame, or one whose outcomes are {@link Outcome.Cancelled} from where the cancellation was seen
     */
    public Frame run(Snapshot snapshot, Fidelity fidelity, Cancellation cancellation, Consumer<Frame> early) {
        forgetStale(snapshot, fidelity);
        List<StageResult<?>> results = new ArrayList<>(stages.size());
        boolean told = false;
        long toldAt = 0;
        for (Stage<?> stage : stages) {
            Memo<?> current = memos[plan.indexOf(stage)];
            if (current == null && stage.phase() == Phase.STUDY && !cancellation.isCancelled()) {
                long now = nanoTime.getAsLong();
                if (!told || now - toldAt >= EARLY_NANOS) {
                    early.accept(new Frame(snapshot, fidelity, false, results));
                    told = true;
                    toldAt = now;
                }
            }
            results.add(current == null ? computed(stage, snapshot, fidelity, cancellation) : current.again());
        }
        return new Frame(snapshot, fidelity, !cancellation.isCancelled(), results);
    }

    // Before anything is computed: so the old rows are gone when memory for the new ones is needed.
    private void forgetStale(Snapshot snapshot, Fidelity fidelity) {
        for (Stage<?> stage : stages) {
            Memo<?> memo = memos[plan.indexOf(stage)];
            if (memo != null && !memo.holds(snapshot, fidelity, memos, plan)) {
                memos[plan.indexOf(stage)] = null;
            }
        }
    }

    private <T> StageResult<T> computed(
            Stage<T> stage, Snapshot snapshot, Fidelity fidelity, Cancellation cancellation) {
        long start = nanoTime.getAsLong();
        Outcome<T> outcome = outcome(stage, snapshot, fidelity, cancellation);
        StageResult<T> result = new StageResult<>(stage, outcome, ++stamp, nanoTime.getAsLong() - start);
        memos[plan.indexOf(stage)] =
                outcome instanceof Outcome.Cancelled ? null : Memo.of(result, snapshot, fidelity, memos, plan);
        return result;
    }

    private <T> Outcome<T> outcome(Stage<T> stage, Snapshot snapshot, Fidelity fidelity, Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Outcome.Cancelled<>();
        }
        Set<String> blockers = new LinkedHashSet<>();
        for (Stage<?> dependency : stage.dependencies()) {
            Memo<?> memo = memos[plan.indexOf(dependency)];
            switch (memo == null ? new Outcome.Cancelled<>() : memo.result.outcome()) {
                case Outcome.Ready<?> ready -> {}
                case Outcome.Failed<?> failed -> {
                    // Nobody outside sees an internal stage: what reads it fails in its stead, with its reasons.
                    if (!dependency.isReported()) {
                        return new Outcome.Failed<>(failed.stage(), failed.reasons(), failed.cures(), failed.bug());
                    }
                    blockers.add(failed.stage());
                }
                case Outcome.Blocked<?> blocked -> blockers.addAll(blocked.by());
                case Outcome.Cancelled<?> cancelled -> {
                    return new Outcome.Cancelled<>();
                }
            }
        }
        if (!blockers.isEmpty()) {
            return new Outcome.Blocked<>(List.copyOf(blockers));
        }
        try {
            return value(stage, new Declared(stage, snapshot, fidelity, cancellation));
        } catch (CancellationException cancelled) {
            return new Outcome.Cancelled<>();
        } catch (OutOfMemoryError tooLarge) {
            return new Outcome.Failed<>(stage.id(), List.of("there is not enough memory for this much data"));
        } catch (RuntimeException bug) {
            return new Outcome.Failed<>(
                    stage.id(), List.of("an error in the program itself: " + bug), List.of(), Optional.of(bug));
        }
    }

    private static <T> Outcome<T> value(Stage<T> stage, Inputs inputs) {
        try {
            return new Outcome.Ready<>(stage.compute(inputs));
        } catch (Infeasible infeasible) {
            return new Outcome.Failed<>(stage.id(), infeasible.reasons(), stage.cures(inputs));
        }
    }

    /** The view of a stage's inputs that admits only what it has declared. */
    private final class Declared implements Inputs {
        private final Stage<?> reader;
        private final Snapshot snapshot;
        private final Fidelity fidelity;
        private final Cancellation cancellation;

        Declared(Stage<?> reader, Snapshot snapshot, Fidelity fidelity, Cancellation cancellation) {
            this.reader = reader;
            this.snapshot = snapshot;
            this.fidelity = fidelity;
            this.cancellation = cancellation;
        }

        @Override
        public <P> P get(Parameter<P> parameter) {
            if (!reader.parameters().contains(parameter)) {
                throw undeclared(parameter.id());
            }
            return snapshot.get(parameter);
        }

        @Override
        public <S> S get(Stage<S> stage) {
            if (!reader.dependencies().contains(stage)) {
                throw undeclared(stage.id());
            }
            Memo<?> memo = memos[plan.indexOf(stage)];
            if (memo == null || !(memo.result.outcome() instanceof Outcome.Ready<?>(Object value))) {
                throw new IllegalStateException("stage " + stage + " is not ready");
            }
            @SuppressWarnings("unchecked") // a memo's outcome has the type of its stage
            S typed = (S) value;
            return typed;
        }

        @Override
        public Fidelity fidelity() {
            if (!reader.refines()) {
                throw undeclared("the fidelity");
            }
            return fidelity;
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        private IllegalStateException undeclared(String what) {
            return new IllegalStateException("stage " + reader + " reads " + what + " without declaring it");
        }
    }

    /** An outcome and what it was computed from. */
    private record Memo<T>(
            StageResult<T> result, List<Parameter<?>> parameters, Object[] values, long[] stamps, Fidelity fidelity) {

        static <T> Memo<T> of(
                StageResult<T> result, Snapshot snapshot, Fidelity fidelity, @Nullable Memo<?>[] memos, Plan plan) {
            List<Parameter<?>> parameters = List.copyOf(result.stage().parameters());
            Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = snapshot.get(parameters.get(i));
            }
            List<Stage<?>> dependencies = result.stage().dependencies();
            long[] stamps = new long[dependencies.size()];
            for (int i = 0; i < stamps.length; i++) {
                Memo<?> memo = memos[plan.indexOf(dependencies.get(i))];
                stamps[i] = memo == null ? -1 : memo.result.stamp();
            }
            return new Memo<>(result, parameters, values, stamps, fidelity);
        }

        boolean holds(Snapshot snapshot, Fidelity wanted, @Nullable Memo<?>[] memos, Plan plan) {
            if (result.stage().refines() && fidelity.compareTo(wanted) < 0) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                if (!values[i].equals(snapshot.get(parameters.get(i)))) {
                    return false;
                }
            }
            List<Stage<?>> dependencies = result.stage().dependencies();
            for (int i = 0; i < stamps.length; i++) {
                Memo<?> memo = memos[plan.indexOf(dependencies.get(i))];
                if (memo == null || memo.result.stamp() != stamps[i]) {
                    return false;
                }
            }
            return true;
        }

        StageResult<T> again() {
            return new StageResult<>(result.stage(), result.outcome(), result.stamp(), 0);
        }
    }
}
