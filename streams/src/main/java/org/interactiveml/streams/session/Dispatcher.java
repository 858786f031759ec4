package org.interactiveml.streams.session;

import static java.lang.System.Logger.Level.ERROR;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.streams.run.Ending;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.run.RunListener;
import org.interactiveml.streams.run.Runner;
import org.jspecify.annotations.Nullable;

/**
 * Decides which state a session runs when: one run in flight, one state pending, newest wins.
 *
 * <p>All decisions are taken under this object's monitor by looking at the state and the time ({@link #settle}); what takes
 * time (a run, its subscribers) happens outside it. A session asks the workers for a thread only when it has something to
 * run, gives it back after each run, and asks again at the end of their queue: so no session holds more than one thread, and
 * all take turns. Which state is run is decided when the thread is there, not when it is asked for.
 *
 * <p>That a stale run never publishes follows from two lines: {@code cancel()} is called only under the monitor, never after the
 * run was settled; and {@link #publish} asks under the monitor whether it was. That versions rise follows from there being one
 * run at a time.
 */
final class Dispatcher {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final long NOTHING_OWED = Long.MIN_VALUE;

    private final Experiment experiment;
    private final Runner runner;
    private final SessionContext context;
    private final DebouncePolicy policy;
    private final RunListener listener;
    private final Consumer<Frame> subscribers;

    private @Nullable Request pending;
    private long pendingSince;
    private boolean threadAsked;
    private @Nullable Run running;
    private @Nullable Request draft;

    /** The change whose fit is out and whose studies wait for rest. */
    private @Nullable Request unended;

    /** Whether the hand is moving, or has just let go: then drafts of studies are in sight already. */
    private boolean dragged;

    private long lastChange;
    private long frameOwedSince = NOTHING_OWED;
    private long completeOwedSince = NOTHING_OWED;
    private @Nullable Disposable alarm;
    private long alarmAt;
    private boolean closed;
    private long superseded;

    private final Average untilFirstFrame = new Average();
    private final Average drafts = new Average();
    private final Average fulls = new Average();

    /** From the first frame to the last, of complete runs during drags. */
    private final Average studiesOfDrags = new Average();

    Dispatcher(Experiment experiment, Runner runner, SessionContext context, Consumer<Frame> subscribers) {
        this.experiment = experiment;
        this.runner = runner;
        this.context = context;
        this.policy = context.policy();
        this.listener = context.listener();
        this.subscribers = subscribers;
    }

    /** A newer state to run; takes the place of the one that is pending. */
    synchronized void offer(Request newest) {
        if (pending == null || pending.isRefinement()) {
            pendingSince = newest.nanos();
        } else if (pending.isChange()) {
            superseded++;
            listener.ended(experiment, pending.snapshot(), Ending.SUPERSEDED);
        }
        endAs(Ending.SUPERSEDED);
        pending = newest;
        boolean soon = newest.nanos() - lastChange < policy.restNanos(Pace.DRAG);
        dragged = newest.pace() == Pace.DRAG || (dragged && soon);
        lastChange = newest.nanos();
        draft = null;
        settle(newest.nanos());
    }

    /** What waits for its studies ends: by getting them, by a newer change, or with the session. */
    private void endAs(Ending how) {
        if (unended != null) {
            if (how == Ending.SUPERSEDED) {
                superseded++;
            }
            listener.ended(experiment, unended.snapshot(), how);
            unended = null;
        }
    }

    /** How many accepted changes got no complete frame because a newer one came. */
    synchronized long superseded() {
        return superseded;
    }

    /** Stops the run in flight and forgets what is pending. */
    synchronized void close() {
        closed = true;
        disarm();
        draft = null;
        endAs(Ending.CANCELLED);
        if (running != null) {
            running.cancellation.cancel();
        }
        if (pending != null && pending.isChange()) {
            listener.ended(experiment, pending.snapshot(), Ending.CANCELLED);
        }
        pending = null;
    }

    /** Looks at the state and the time, and does what is due. */
    private void settle(long now) {
        if (closed) {
            return;
        }
        if (running != null) {
            if (pending != null && !running.settled && !running.cancellation.isCancelled()) {
                long wait = waitFor(running, pending, now);
                if (wait > 0) {
                    wakeAt(now + wait);
                } else if (!mayFinish(running, now)) {
                    running.cancellation.cancel();
                }
            }
        } else if (pending != null) {
            askForThread();
        } else if (draft != null) {
            long rest = lastChange + policy.restNanos(draft.pace()) - now;
            if (rest > 0) {
                wakeAt(now + rest);
            } else {
                pending = draft.refinement(now);
                draft = null;
                askForThread();
            }
        }
    }

    private long waitFor(Run run, Request newer, long now) {
        return run.request.isRefinement() || newer.pace() == Pace.NOW
                ? 0
                : pendingSince + policy.waitNanos(untilFirstFrame.nanos()) - now;
    }

    private boolean mayFinish(Run run, long now) {
        if (run.request.isRefinement()) {
            return false; // its draft is out
        }
        return run.published
                ? policy.mayFinishStudies(
                        now - completeOwedSince, completeRuns(run.fidelity).nanos(), untilFirstFrame.nanos())
                : policy.mayFinish(now - frameOwedSince, now - run.startNanos, untilFirstFrame.nanos());
    }

    private void askForThread() {
        if (!threadAsked) {
            threadAsked = true;
            disarm();
            // A session that was closed meanwhile finds nothing to do.
            Disposable unused = context.workers().scheduleDirect(this::takeTurn);
        }
    }

    private void takeTurn() {
        Run run = begin();
        if (run == null) {
            return;
        }
        try {
            Frame last =
                    runner.run(run.request.snapshot(), run.fidelity, run.cancellation, early -> publish(run, early));
            if (!publish(run, last) && !run.settled) {
                end(run, Ending.CANCELLED);
            }
        } catch (RuntimeException | Error bug) {
            LOG.log(ERROR, "a run of " + experiment.id() + " failed at " + run.request.snapshot(), bug);
            if (!run.settled) {
                end(run, Ending.FAILED);
            }
        } finally {
            finish();
        }
    }

    private synchronized @Nullable Run begin() {
        threadAsked = false;
        Request next = pending;
        if (next == null) {
            return null;
        }
        pending = null;
        long now = context.nanoTime().getAsLong();
        Run run = new Run(next, fidelityFor(next), now);
        running = run;
        if (frameOwedSince == NOTHING_OWED) {
            frameOwedSince = now;
        }
        if (completeOwedSince == NOTHING_OWED) {
            completeOwedSince = now;
        }
        return run;
    }

    private Fidelity fidelityFor(Request request) {
        boolean drafted = switch (request.purpose()) {
            case REFINEMENT -> false;
            case START, CHANGE -> request.pace() == Pace.DRAG || policy.draftsFirst(fulls.nanos());
        };
        return drafted && runner.refines() ? Fidelity.DRAFT : Fidelity.FULL;
    }

    /** Lets a frame out unless its run was stopped. */
    private boolean publish(Run run, Frame frame) {
        if (run.request.isRefinement() && !frame.complete() && frame.nanos() == 0) {
            return false; // says nothing that the draft has not said
        }
        long now;
        synchronized (this) {
            if (run.cancellation.isCancelled()) {
                return false;
            }
            now = context.nanoTime().getAsLong();
            measure(run, frame, now - run.startNanos);
            if (!frame.complete() && run.isMoveOfDrag() && policy.joinsStudies(studiesOfDrags.nanos())) {
                return false;
            }
            run.published = true;
            frameOwedSince = NOTHING_OWED;
            if (!frame.complete() && pending == null && postponesStudies(run, now)) {
                run.settled = true;
                run.cancellation.cancel();
                draft = run.request;
                unended = run.request;
            }
            if (frame.complete()) {
                run.settled = true;
                completeOwedSince = NOTHING_OWED;
                if (frame.fidelity() == Fidelity.DRAFT && pending == null) {
                    draft = run.request;
                }
            }
        }
        if (frame.complete()) {
            end(run, frame.hasFailure() ? Ending.FAILED : Ending.RUN);
        }
        listener.frame(experiment, frame, now - run.request.nanos());
        subscribers.accept(frame);
        return true;
    }

    private boolean postponesStudies(Run run, long now) {
        long studies = completeRuns(run.fidelity).nanos() - untilFirstFrame.nanos();
        return run.request.isChange()
                && switch (run.request.pace()) {
                    case DRAG -> policy.postponesStudies(now - completeOwedSince, studies);
                    case NOW -> (dragged || run.fidelity == Fidelity.FULL) && policy.letsPaint(studies);
                };
    }

    private void measure(Run run, Frame frame, long elapsed) {
        boolean first = run.firstNanos < 0;
        if (first) {
            run.firstNanos = elapsed;
        }
        if (frame.nanos() == 0) {
            return; // nothing was computed, so nothing is learnt about what computing takes
        }
        if (first && !run.request.isRefinement()) {
            untilFirstFrame.add(elapsed);
        } else if (frame.complete() && run.isMoveOfDrag()) {
            studiesOfDrags.add(elapsed - run.firstNanos);
        }
        if (frame.complete()) {
            completeRuns(run.fidelity).add(elapsed);
        }
    }

    private Average completeRuns(Fidelity fidelity) {
        return switch (fidelity) {
            case DRAFT -> drafts;
            case FULL -> fulls;
        };
    }

    private synchronized void end(Run run, Ending how) {
        if (run.request.isRefinement()) {
            if (how != Ending.CANCELLED) {
                endAs(how);
            }
        } else if (run.request.isChange()) {
            if (how == Ending.CANCELLED && !closed) {
                superseded++;
            }
            listener.ended(experiment, run.request.snapshot(), how);
        }
    }

    private synchronized void finish() {
        running = null;
        settle(context.nanoTime().getAsLong());
    }

    private void wakeAt(long nanos) {
        if (alarm == null || alarmAt != nanos) {
            disarm();
            alarmAt = nanos;
            alarm = context.timer()
                    .scheduleDirect(this::wake, nanos - context.nanoTime().getAsLong(), TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void wake() {
        alarm = null;
        settle(context.nanoTime().getAsLong());
    }

    private void disarm() {
        if (alarm != null) {
            alarm.dispose();
            alarm = null;
        }
    }
}
