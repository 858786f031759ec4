package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.interactiveml.engine.experiment.Cure;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.view.Report;

/** Outcomes as JSON objects: {@code {"status":"failed","reasons":["…"],"cures":[{"label":"…","set":{…}}]}}. Stateless. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** How the value of a stage that is ready goes into its object. */
    @FunctionalInterface
    public interface ReadyContent {
        /** Writes keys and values. */
        void write(JsonGenerator out, Report report) throws IOException;
    }

    /** Writes a reported stage's id and its outcome. */
    public static <T> void write(JsonGenerator out, StageResult<T> result, ReadyContent ready) throws IOException {
        out.writeObjectFieldStart(result.stage().id());
        switch (result.outcome()) {
            case Outcome.Ready<T>(T value) -> {
                out.writeStringField("status", "ready");
                ready.write(out, result.stage().report(value));
            }
            case Outcome.Failed<T> failed -> {
                out.writeStringField("status", "failed");
                Json.texts(out, "reasons", failed.reasons());
                if (!failed.cures().isEmpty()) {
                    out.writeFieldName("cures");
                    Json.report(out, Cure.report(failed.cures()));
                }
            }
            case Outcome.Blocked<T> blocked -> {
                out.writeStringField("status", "blocked");
                Json.texts(out, "by", blocked.by());
            }
            case Outcome.Cancelled<T> cancelled -> out.writeStringField("status", "cancelled");
        }
        out.writeEndObject();
    }
}
