package org.interactiveml.streams.replay;

import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.session.Session;

/**
 * Writes down what happens to a session, from the state it is in, as a script that leads to the same frames. Every movement is
 * kept. Memory: at most 5 MB, which is two hours of dragging; what comes after that is left out. Thread-safe.
 */
public final class Recorder implements AutoCloseable {
    private static final int NANOS_PER_MICROSECOND = 1_000;
    private static final double MICROS_PER_MILLISECOND = 1e3;

    private final Experiment experiment;
    private final LongSupplier nanoTime;
    private final long start;
    private final Tape tape;
    private final Disposable recording;
    private Snapshot newest;

    /**
     * Starts recording.
     *
     * @param nanoTime a clock in nanoseconds, for the times of the changes
     */
    public Recorder(Session session, LongSupplier nanoTime) {
        this.experiment = session.experiment();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.tape = new Tape(experiment.parameters());
        this.newest = experiment.parameters().defaults();
        this.recording = session.snapshots().subscribe(this::accept);
    }

    /** The first call brings the state in which recording starts, as what sets it apart from the defaults. */
    private synchronized void accept(Snapshot snapshot) {
        Patch change = snapshot.since(newest);
        boolean kept = change.parameters().isEmpty()
                || tape.add((nanoTime.getAsLong() - start) / NANOS_PER_MICROSECOND, change);
        if (kept) {
            newest = snapshot;
        } else {
            recording.dispose();
        }
    }

    /** Stops; what was recorded stays. */
    @Override
    public void close() {
        recording.dispose();
    }

    /** The script so far, to keep. */
    public synchronized Recording recording(String title) {
        ScriptWriter writer = new ScriptWriter(experiment, title);
        tape.play((micros, patch) -> writer.change(micros / MICROS_PER_MILLISECOND, patch));
        return writer.recording();
    }

    /** The script so far, to play. */
    public synchronized Script script(String title) {
        List<Script.Step> steps = new ArrayList<>();
        tape.play((micros, patch) ->
                steps.add(Script.Step.change(steps.size() + 2, micros / MICROS_PER_MILLISECOND, patch)));
        return Script.of(experiment, title, experiment.parameters().defaults(), steps);
    }
}
