package org.interactiveml.streams.wire;

import java.util.List;
import org.interactiveml.engine.experiment.Stage;

/** The stages of a plan and what they read, as JSON, for a picture of them. Stateless. */
public final class PlanJson {
    private PlanJson() {}

    /** {@code {"title":"…","stages":[{"id":"fit","after":["sample"],"refines":false}]}}, each stage after those it reads. */
    public static String text(String title, List<Stage<?>> stages) {
        return Json.text(out -> {
            out.writeStartObject();
            out.writeStringField("title", title);
            out.writeArrayFieldStart("stages");
            for (Stage<?> stage : stages) {
                out.writeStartObject();
                out.writeStringField("id", stage.id());
                Json.texts(
                        out,
                        "after",
                        stage.dependencies().stream().map(Stage::id).toList());
                out.writeBooleanField("refines", stage.refines());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
