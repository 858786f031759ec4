package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.view.Report;

/** Frames as JSON objects, as a replay prints them and the HTTP interface answers, columns written out. Stateless. */
public final class FrameJson {
    private FrameJson() {}

    /**
     * Writes a frame without the times it took, which are all in it that differs from machine to machine.
     *
     * @param at milliseconds since the start of whatever the frame belongs to
     * @param targets the stages to tell, reported ones
     */
    public static void write(
            JsonGenerator json, Experiment experiment, Frame frame, double at, Set<? extends Stage<?>> targets)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "frame");
        json.writeNumberField("revision", frame.version());
        json.writeFieldName("at");
        milliseconds(json, at);
        json.writeStringField("experiment", experiment.id());
        json.writeFieldName("parameters");
        Json.values(json, frame.snapshot());
        json.writeObjectFieldStart("outcomes");
        for (StageResult<?> result : frame.results()) {
            if (targets.contains(result.stage())) {
                OutcomeJson.write(json, result, FrameJson::ready);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void ready(JsonGenerator json, Report report) throws IOException {
        if (report instanceof Report.Group group) {
            Json.entries(json, group);
        } else {
            json.writeFieldName("value");
            Json.report(json, report);
        }
    }

    /** A whole number of milliseconds is written as one. */
    public static void milliseconds(JsonGenerator json, double at) throws IOException {
        if (at == Math.rint(at)) {
            json.writeNumber((long) at);
        } else {
            json.writeNumber(at);
        }
    }
}
