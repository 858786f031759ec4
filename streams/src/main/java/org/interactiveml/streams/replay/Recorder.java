package org.interactiveml.streams.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.session.Session;
import org.interactiveml.streams.wire.FrameJson;
import org.interactiveml.streams.wire.Json;

/**
 * Writes down what happens to a session, from the state it is in, as a script that leads to the same frames. Thread-safe.
 * Memory: what has changed, change by change.
 */
public final class Recorder implements AutoCloseable {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Experiment experiment;
    private final LongSupplier nanoTime;
    private final long start;
    private final Disposable recording;
    private final List<Line> lines = new ArrayList<>();
    private Snapshot newest;

    private record Line(long nanos, Patch patch) {}

    /**
     * Starts recording.
     *
     * @param nanoTime a clock in nanoseconds, for the times of the changes
     */
    public Recorder(Session session, LongSupplier nanoTime) {
        this.experiment = session.experiment();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.newest = experiment.parameters().defaults();
        this.recording = session.snapshots().subscribe(this::accept);
    }

    /** The first call brings the state in which recording starts, as what sets it apart from the defaults. */
    private synchronized void accept(Snapshot snapshot) {
        Patch change = snapshot.since(newest);
        newest = snapshot;
        if (!change.parameters().isEmpty()) {
            lines.add(new Line(nanoTime.getAsLong() - start, change));
        }
    }

    /** Stops; what was recorded stays. */
    @Override
    public void close() {
        recording.dispose();
    }

    /** The script so far. */
    public synchronized Recording recording(String title) {
        DataSheets sheets = new DataSheets();
        StringBuilder text = new StringBuilder();
        text.append(Json.text(json -> header(json, title))).append('\n');
        for (Line line : lines) {
            text.append(Json.text(json -> line(json, line, sheets))).append('\n');
        }
        return new Recording(text.toString(), sheets.files());
    }

    /**
     * A script and the data files that it names.
     *
     * @param script JSON Lines
     * @param files text by name, to be put beside the script
     */
    public record Recording(String script, Map<String, String> files) {}

    private void header(JsonGenerator json, String title) throws IOException {
        json.writeStartObject();
        json.writeNumberField("replay", Script.VERSION);
        json.writeStringField("experiment", experiment.id());
        json.writeStringField("title", title);
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Line line, DataSheets sheets) throws IOException {
        json.writeStartObject();
        json.writeFieldName("at");
        FrameJson.milliseconds(json, line.nanos / NANOS_PER_MILLISECOND);
        Stream<Parameter<?>> plain = line.patch.parameters().stream()
                .filter(parameter -> dataset(line, parameter).isEmpty());
        json.writeObjectFieldStart("set");
        for (Parameter<?> parameter : plain.toList()) {
            json.writeFieldName(parameter.id());
            value(json, parameter, line);
        }
        json.writeEndObject();
        for (Parameter<?> parameter : line.patch.parameters()) {
            Optional<Dataset> own = dataset(line, parameter);
            if (own.isPresent()) {
                json.writeFieldName("data");
                sheets.reference(json, own.get());
            }
        }
        json.writeEndObject();
    }

    private static Optional<Dataset> dataset(Line line, Parameter<?> parameter) {
        return line.patch.values().get(parameter) instanceof Optional<?> own
                ? own.filter(Dataset.class::isInstance).map(Dataset.class::cast)
                : Optional.empty();
    }

    private static <T> void value(JsonGenerator json, Parameter<T> parameter, Line line) throws IOException {
        @SuppressWarnings("unchecked") // a patch's value has the type of its parameter
        T value = (T) line.patch.values().get(parameter);
        Json.plain(json, value == null ? null : parameter.write(value));
    }
}
