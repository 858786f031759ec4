package org.interactiveml.streams.replay;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Change;
import org.interactiveml.streams.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Plays scripts into a live session while somebody watches: captions, questions that wait for a guess, any speed. Whatever
 * else changes the session meanwhile is the viewer's hand, and stops the playing; going on first brings back the state that
 * the script has reached.
 *
 * <p>Thread-safe: all that happens, happens in turn on one worker of the scheduler.
 */
public final class Player implements AutoCloseable {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** Changes closer than this are the movements of one hand. */
    private static final double HAND_MILLIS = 250;

    private final Session session;
    private final Scheduler.Worker worker;
    private final Disposable changes;
    private final FlowableProcessor<State> states =
            BehaviorProcessor.createDefault(State.NOTHING).toSerialized();

    /** What the player is submitting, so that it knows its own hand. */
    private volatile @Nullable Patch own;

    private @Nullable Run run;
    private double speed = 1;

    /** What a player does. */
    public enum Status {
        /** No script is loaded. */
        EMPTY,
        /** Stopped, by the viewer's wish or hand or because nobody has begun yet. */
        PAUSED,
        PLAYING,
        /** A question waits for a guess. */
        ASKING,
        /** The last step is done. */
        ENDED
    }

    /**
     * How things stand.
     *
     * @param title of the script
     * @param takenOver whether it was the viewer's hand that stopped it
     * @param step how many steps are done, of {@code steps}
     * @param caption the last one shown
     * @param question the last one asked, until the next caption
     * @param guess the choice that the viewer took, from 1; 0 for none
     */
    public record State(
            Status status,
            String title,
            boolean takenOver,
            int step,
            int steps,
            double speed,
            Optional<String> caption,
            Optional<Question> question,
            OptionalInt guess) {
        /** No script is loaded. */
        public static final State NOTHING =
                new State(Status.EMPTY, "", false, 0, 0, 1, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** A script that is being played; everything about it that changes. */
    private final class Run {
        private final Script script;
        private Snapshot expected;
        private Status status = Status.PAUSED;
        private boolean takenOver;
        private int next;
        private double position;
        private long since;
        private Optional<String> caption = Optional.empty();
        private Optional<Question> question = Optional.empty();
        private OptionalInt guess = OptionalInt.empty();
        private Disposable alarm = Disposable.disposed();

        Run(Script script) {
            this.script = script;
            this.expected = script.start();
        }

        void begin() {
            if (status == Status.PLAYING) {
                return;
            }
            if (status == Status.ENDED) {
                next = 0;
                position = 0;
                expected = script.start();
                caption = Optional.empty();
                answered();
            }
            takenOver = false;
            submit(expected.since(session.snapshot()), Pace.NOW);
            status = Status.PLAYING;
            since = worker.now(TimeUnit.NANOSECONDS);
            awaitNext();
        }

        void stop(boolean byHand) {
            if (status == Status.PLAYING) {
                position = now();
                alarm.dispose();
                status = Status.PAUSED;
                takenOver = byHand;
                tell();
            }
        }

        /** Where the script is, in its own milliseconds. */
        private double now() {
            return position + (worker.now(TimeUnit.NANOSECONDS) - since) * speed / NANOS_PER_MILLISECOND;
        }

        void changeSpeed(double faster) {
            position = status == Status.PLAYING ? now() : position;
            since = worker.now(TimeUnit.NANOSECONDS);
            speed = faster;
            if (status == Status.PLAYING) {
                awaitNext();
            }
        }

        private void awaitNext() {
            alarm.dispose();
            if (next == script.steps().size()) {
                status = Status.ENDED;
            } else {
                double wait = Math.max(0, script.steps().get(next).at() - now()) / speed;
                alarm = worker.schedule(this::perform, (long) (wait * NANOS_PER_MILLISECOND), TimeUnit.NANOSECONDS);
            }
            tell();
        }

        private void perform() {
            if (status != Status.PLAYING) {
                return;
            }
            Script.Step step = script.steps().get(next);
            next++;
            if (step.caption().isPresent()) {
                caption = step.caption();
                answered();
            }
            step.change().ifPresent(change -> {
                expected = expected.with(change);
                submit(change, pace(step.at()));
            });
            if (step.ask().isPresent()) {
                question = step.ask();
                guess = OptionalInt.empty();
                status = Status.ASKING;
                position = step.at();
                tell();
            } else {
                awaitNext();
            }
        }

        private Pace pace(double at) {
            boolean goesOn = next < script.steps().size()
                    && script.steps().get(next).change().isPresent()
                    && script.steps().get(next).at() - at < HAND_MILLIS;
            return goesOn ? Pace.DRAG : Pace.NOW;
        }

        void guess(OptionalInt choice) {
            if (status == Status.ASKING) {
                guess = choice;
                if (choice.isEmpty()) {
                    question = Optional.empty();
                }
                status = Status.PAUSED;
                begin();
            }
        }

        private void answered() {
            question = Optional.empty();
            guess = OptionalInt.empty();
        }

        private void tell() {
            states.onNext(new State(
                    status, script.title(), takenOver, next, script.steps().size(), speed, caption, question, guess));
        }
    }

    /**
     * A player with nothing to play.
     *
     * @param scheduler where it waits and submits
     */
    public Player(Session session, Scheduler scheduler) {
        this.session = session;
        this.worker = scheduler.createWorker();
        this.changes = session.changes().subscribe(this::notice);
    }

    /** Called while the session is locked, so what follows from it happens elsewhere. */
    private void notice(Change change) {
        if (!Objects.equals(change.patch(), own)) {
            inTurn(playing -> playing.stop(true));
        }
    }

    private void submit(Patch patch, Pace pace) {
        if (patch.parameters().isEmpty()) {
            return;
        }
        try {
            own = patch;
            session.submit(patch, pace);
        } catch (InvalidInputException theHandWasFaster) {
            inTurn(playing -> playing.stop(true));
        } catch (IllegalStateException closed) {
            close();
        }
    }

    private void inTurn(Consumer<Run> action) {
        Disposable unused = worker.schedule(() -> {
            Run playing = run;
            if (playing != null) {
                action.accept(playing);
            }
        });
    }

    /** Loads a script, which is played from its beginning when somebody goes on. */
    public void load(Script script) {
        Disposable unused = worker.schedule(() -> {
            if (run != null) {
                run.alarm.dispose();
            }
            run = new Run(script);
            run.tell();
        });
    }

    /** Loads a script and begins to play it. */
    public void play(Script script) {
        load(script);
        resume();
    }

    /** Goes on, or begins again after the end. */
    public void resume() {
        inTurn(Run::begin);
    }

    /** Stops until somebody goes on. */
    public void pause() {
        inTurn(playing -> playing.stop(false));
    }

    /** Takes the script out; the session stays as it is. */
    public void eject() {
        inTurn(playing -> {
            playing.alarm.dispose();
            run = null;
            states.onNext(State.NOTHING);
        });
    }

    /** How many times faster than real, from now on. */
    public void speed(double faster) {
        Disposable unused = worker.schedule(() -> {
            if (run == null) {
                speed = faster;
            } else {
                run.changeSpeed(faster);
            }
        });
    }

    /** Answers the question with a choice, from 1. */
    public void guess(int choice) {
        inTurn(playing -> playing.guess(OptionalInt.of(choice)));
    }

    /** Goes on without a guess. */
    public void skip() {
        inTurn(playing -> playing.guess(OptionalInt.empty()));
    }

    /** How things stand, at once and after each step; a slow subscriber misses those between. */
    public Flowable<State> states() {
        return states.onBackpressureLatest();
    }

    /** Stops for good. */
    @Override
    public void close() {
        changes.dispose();
        worker.dispose();
        states.onComplete();
    }
}
