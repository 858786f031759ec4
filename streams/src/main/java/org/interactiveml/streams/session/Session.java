package org.interactiveml.streams.session;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import io.reactivex.rxjava3.processors.PublishProcessor;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.Runner;
import org.jspecify.annotations.Nullable;

/**
 * One live use of an experiment: patches go in, frames come out.
 *
 * <p>Patches from any number of sources merge into one stream; a scan over it makes versioned snapshots; the newest of these
 * runs when the {@link DebouncePolicy} says so, on a thread of the shared workers; each finished run leaves as frames of that
 * one version. A stale run never publishes, the newest state always runs, and errors arrive as outcomes within frames: the
 * flows end only when the session is closed, and never with an error.
 *
 * <p>Thread-safe. An idle session holds no thread and no timer.
 */
public final class Session implements AutoCloseable {
    private final Experiment experiment;
    private final SessionContext context;
    private final Dispatcher dispatcher;
    private final Consumer<Session> onClose;

    private final FlowableProcessor<Patch> patches = PublishProcessor.create();
    private final Disposable scan;
    private final FlowableProcessor<Long> acceptedVersions =
            BehaviorProcessor.<Long>create().toSerialized();
    private final FlowableProcessor<Change> changes = PublishProcessor.create();
    private final FlowableProcessor<Frame> frames =
            BehaviorProcessor.<Frame>create().toSerialized();

    private final Object submitting = new Object();
    private volatile Step newest;
    private boolean closed;

    /** What the scan steps through: the newest accepted state, and why the last patch was refused if it was. */
    private record Step(Snapshot snapshot, @Nullable RuntimeException refusal) {}

    Session(
            Experiment experiment,
            Snapshot start,
            Collection<? extends Stage<?>> targets,
            SessionContext context,
            Consumer<Session> onClose) {
        List<Problem> problems = experiment.problems(start);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        this.experiment = experiment;
        this.context = context;
        this.onClose = onClose;
        Runner runner = new Runner(experiment, targets, context.nanoTime(), context.listener());
        this.dispatcher = new Dispatcher(experiment, runner, context, frames::onNext);
        this.newest = new Step(start, null);
        this.scan = patches.scan(newest, this::next).subscribe(step -> newest = step);
        acceptedVersions.onNext(start.version());
        context.listener().opened(experiment);
        dispatcher.offer(new Request(
                start, Pace.NOW, Request.Purpose.START, context.nanoTime().getAsLong()));
    }

    /** What is being tried. */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * Applies a patch as a whole. Validates and returns; computes nothing on this thread.
     *
     * @return the new state; its version comes back in the frames that hold it
     * @throws InvalidInputException with every broken rule between parameters; nothing is changed then
     * @throws IllegalStateException where the session is closed
     */
    public Snapshot submit(Patch patch, Pace pace) {
        Step step;
        synchronized (submitting) {
            if (closed) {
                throw new IllegalStateException("the session is closed");
            }
            patches.onNext(patch);
            step = newest;
            if (step.refusal() == null) {
                context.listener().accepted(experiment, step.snapshot(), patch, pace);
                dispatcher.offer(new Request(
                        step.snapshot(),
                        pace,
                        Request.Purpose.CHANGE,
                        context.nanoTime().getAsLong()));
                changes.onNext(new Change(step.snapshot(), patch, pace));
            }
        }
        if (step.refusal() != null) {
            if (step.refusal() instanceof InvalidInputException invalid) {
                context.listener().rejected(experiment, invalid.problems());
            }
            throw step.refusal();
        }
        acceptedVersions.onNext(step.snapshot().version());
        return step.snapshot();
    }

    /** A refusal is a value here: an exception would end the scan. */
    private Step next(Step before, Patch patch) {
        try {
            Snapshot after = before.snapshot().with(patch);
            List<Problem> problems = experiment.problems(after);
            return problems.isEmpty()
                    ? new Step(after, null)
                    : new Step(before.snapshot(), new InvalidInputException(problems));
        } catch (RuntimeException bug) {
            return new Step(before.snapshot(), bug);
        }
    }

    /** The newest accepted state. */
    public Snapshot snapshot() {
        return newest.snapshot();
    }

    /** The newest accepted state at once, then each newer one; a slow subscriber misses those between. */
    public Flowable<Snapshot> snapshots() {
        // Versions may be announced out of order by racing threads; each announcement stands for the newest state there
        // is.
        return acceptedVersions
                .map(version -> snapshot())
                .distinctUntilChanged(Snapshot::version)
                .onBackpressureLatest();
    }

    /**
     * Every change from now on, in the order in which they were accepted. They arrive on the thread that submits, before the
     * submission returns and while others wait: a subscriber is quick and submits nothing itself.
     */
    public Flowable<Change> changes() {
        return changes;
    }

    /**
     * The last frame at once if there is one, then each that follows; a slow subscriber misses those between. Versions never
     * fall; an incomplete or draft frame is followed by others of the same version unless a newer one comes first.
     *
     * <p>Frames arrive on the worker's thread: a subscriber that takes long moves to a thread of its own
     * ({@code observeOn(scheduler, false, 1)}).
     */
    public Flowable<Frame> frames() {
        return frames.onBackpressureLatest();
    }

    /** How many accepted changes got no complete frame of their own because a newer one came. */
    public long superseded() {
        return dispatcher.superseded();
    }

    /** Stops what is running and completes the flows; closing again changes nothing. */
    @Override
    public void close() {
        synchronized (submitting) {
            if (closed) {
                return;
            }
            closed = true;
            scan.dispose();
            dispatcher.close();
            changes.onComplete();
        }
        context.listener().closed(experiment);
        acceptedVersions.onComplete();
        frames.onComplete();
        onClose.accept(this);
    }
}
