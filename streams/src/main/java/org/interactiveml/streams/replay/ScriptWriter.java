package org.interactiveml.streams.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.wire.FrameJson;
import org.interactiveml.streams.wire.Json;

/** Writes changes down as a script that {@link ScriptReader} reads back to the same changes. Not thread-safe. */
final class ScriptWriter {
    private final DataSheets sheets = new DataSheets();
    private final StringBuilder text = new StringBuilder();

    /** Begins with the header. */
    ScriptWriter(Experiment experiment, String title) {
        line(json -> {
            json.writeNumberField("replay", Script.VERSION);
            json.writeStringField("experiment", experiment.id());
            json.writeStringField("title", title);
        });
    }

    /**
     * Adds a change.
     *
     * @param at milliseconds from the start, not before the last one
     */
    void change(double at, Patch patch) {
        line(json -> change(json, at, patch));
    }

    /** What was written so far. */
    Recording recording() {
        return new Recording(text.toString(), sheets.files());
    }

    private void line(Json.Content fields) {
        text.append(Json.text(json -> {
                    json.writeStartObject();
                    fields.write(json);
                    json.writeEndObject();
                }))
                .append('\n');
    }

    private void change(JsonGenerator json, double at, Patch patch) throws IOException {
        json.writeFieldName("at");
        FrameJson.milliseconds(json, at);
        Stream<Parameter<?>> plain = patch.parameters().stream()
                .filter(parameter -> dataset(patch, parameter).isEmpty());
        json.writeObjectFieldStart("set");
        for (Parameter<?> parameter : plain.toList()) {
            json.writeFieldName(parameter.id());
            value(json, parameter, patch);
        }
        json.writeEndObject();
        for (Parameter<?> parameter : patch.parameters()) {
            Optional<Dataset> own = dataset(patch, parameter);
            if (own.isPresent()) {
                json.writeFieldName("data");
                sheets.reference(json, own.get());
            }
        }
    }

    private static Optional<Dataset> dataset(Patch patch, Parameter<?> parameter) {
        return patch.values().get(parameter) instanceof Optional<?> own
                ? own.filter(Dataset.class::isInstance).map(Dataset.class::cast)
                : Optional.empty();
    }

    private static <T> void value(JsonGenerator json, Parameter<T> parameter, Patch patch) throws IOException {
        @SuppressWarnings("unchecked") // a patch's value has the type of its parameter
        T value = (T) patch.values().get(parameter);
        Json.plain(json, value == null ? null : parameter.write(value));
    }
}
