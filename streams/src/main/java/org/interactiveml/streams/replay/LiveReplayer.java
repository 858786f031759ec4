package org.interactiveml.streams.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.interactiveml.engine.experiment.Fidelity;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Phase;
import org.interactiveml.streams.replay.Transcript.Nanos;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.session.Sessions;

/**
 * Replays a script through a live session, as if a hand moved the controls: changes come at their times, frames may be
 * superseded, the last state always arrives. Each version that got a complete frame has one line, with the frame of its
 * highest fidelity. An expectation waits until the state that it is about has settled; the changes after it come later then.
 */
public final class LiveReplayer {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Sessions sessions;
    private final Waiting waiting;
    private final double speed;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns at a time, in nanoseconds from the start of the replay; at once where it has passed. */
        void until(double nanos) throws InterruptedException;
    }

    /**
     * A replayer.
     *
     * @param speed how many times faster than real, positive
     */
    public LiveReplayer(Sessions sessions, Waiting waiting, double speed) {
        this.sessions = sessions;
        this.waiting = waiting;
        this.speed = speed;
    }

    /**
     * Runs the whole script.
     *
     * @param out receives a line for each frame as soon as no better frame of its version can follow, then a summary
     * @return a line for each expectation that did not hold, with file and line
     * @throws IOException where {@code out} does
     */
    public List<String> run(Script script, LineSink out) throws IOException, InterruptedException {
        try (Session session = sessions.open(script.experiment(), script.start(), script.targets())) {
            return new Run(script, session, new Transcript(script, out)).whole();
        }
    }

    /** A version that has a complete frame. */
    private record Settling(Frame frame, Nanos nanos) {}

    /** The state of one replay. */
    private final class Run {
        private final Script script;
        private final Session session;
        private final Transcript transcript;
        private final List<String> failures = new ArrayList<>();
        private final NavigableMap<Long, Double> times = new TreeMap<>();
        private final NavigableMap<Long, Settling> arrived = new TreeMap<>();

        Run(Script script, Session session, Transcript transcript) {
            this.script = script;
            this.session = session;
            this.transcript = transcript;
        }

        List<String> whole() throws IOException, InterruptedException {
            var arrivals = session.frames().filter(Frame::complete).subscribe(this::arrive);
            long version = script.start().version();
            if (script.changes() == 0) {
                times.put(version, 0.0);
            }
            for (Script.Step step : script.steps()) {
                waiting.until(step.at() * NANOS_PER_MILLISECOND / speed);
                if (step.change().isPresent()) {
                    version = session.submit(step.change().get(), Pace.DRAG).version();
                    times.put(version, step.at());
                    write(version);
                }
                if (!step.expectations().isEmpty()) {
                    Frame settled = settled(version);
                    for (Expectation expectation : step.expectations()) {
                        expectation
                                .failure(settled)
                                .ifPresent(failure -> failures.add(script.name() + ":" + step.line() + ": " + failure));
                    }
                }
            }
            settled(version);
            arrivals.dispose();
            write(Long.MAX_VALUE);
            transcript.summary(script.changes(), session.superseded());
            return failures;
        }

        private synchronized void arrive(Frame frame) {
            Nanos nanos = new Nanos(frame.nanos(Phase.DATA), frame.nanos(Phase.FIT), frame.nanos());
            arrived.merge(
                    frame.version(),
                    new Settling(frame, nanos),
                    (draft, full) -> new Settling(full.frame(), draft.nanos().plus(full.nanos())));
            notifyAll();
        }

        /** Waits for the last frame that a version gets, which must be the newest. */
        private synchronized Frame settled(long version) throws InterruptedException {
            while (true) {
                Settling settling = arrived.get(version);
                if (settling != null && settling.frame().fidelity() == Fidelity.FULL) {
                    return settling.frame();
                }
                wait();
            }
        }

        /** Writes the frames below a version that has a newer one, which nothing can improve any more. */
        private void write(long version) throws IOException {
            List<Settling> ready = new ArrayList<>();
            synchronized (this) {
                NavigableMap<Long, Settling> below = arrived.headMap(version, false);
                if (version != Long.MAX_VALUE && !below.isEmpty()) {
                    below = below.headMap(below.lastKey(), false);
                }
                ready.addAll(below.values());
                below.clear();
            }
            for (Settling settling : ready) {
                Double at = times.get(settling.frame().version());
                if (at != null) {
                    transcript.frame(settling.frame(), at, settling.nanos());
                }
            }
        }
    }
}
