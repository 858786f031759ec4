package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.Role;
import org.interactiveml.engine.view.ViewSpec;

/** View specifications as JSON, in the form that the page's charts are given. Stateless. */
public final class ViewJson {
    private ViewJson() {}

    /** One view as text. */
    public static String text(ViewSpec view) {
        return Json.text(out -> write(out, view));
    }

    static void write(JsonGenerator out, ViewSpec view) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", view.id());
        switch (view) {
            case ViewSpec.Plot plot -> plot(out, plot);
            case ViewSpec.Scores scores -> scores(out, scores);
            case ViewSpec.Bars bars -> bars(out, bars);
            case ViewSpec.Matrix matrix -> matrix(out, matrix);
            case ViewSpec.Table table -> table(out, table);
            case ViewSpec.Notes notes -> notes(out, notes);
        }
        out.writeEndObject();
    }

    private static void head(JsonGenerator out, String kind, ViewSpec view) throws IOException {
        out.writeStringField("kind", kind);
        out.writeStringField("title", view.title());
    }

    private static void plot(JsonGenerator out, ViewSpec.Plot plot) throws IOException {
        head(out, "plot", plot);
        axis(out, "x", plot.x());
        axis(out, "y", plot.y());
        out.writeStringField("aspect", plot.square() ? "square" : "wide");
        if (!plot.picks().isEmpty()) {
            out.writeStringField("picks", plot.picks());
        }
        if (!plot.paints().isEmpty()) {
            out.writeStringField("paints", plot.paints());
        }
        out.writeArrayFieldStart("layers");
        for (Layer layer : plot.layers()) {
            out.writeStartObject();
            layer(out, layer);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void axis(JsonGenerator out, String name, Axis axis) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("label", axis.label());
        out.writeStringField("scale", word(axis.scale()));
        out.writeBooleanField("whole", axis.whole());
        out.writeEndObject();
    }

    private static void layer(JsonGenerator out, Layer layer) throws IOException {
        switch (layer) {
            case Layer.Points(String label, Role role, String x, String y) -> {
                marks(out, "points", label, role);
                out.writeStringField("x", x);
                out.writeStringField("y", y);
            }
            case Layer.Line(String label, Role role, String x, String y) -> {
                marks(out, "line", label, role);
                out.writeStringField("x", x);
                out.writeStringField("y", y);
            }
            case Layer.Band(String label, Role role, String x, String low, String high) -> {
                marks(out, "band", label, role);
                out.writeStringField("x", x);
                out.writeStringField("low", low);
                out.writeStringField("high", high);
            }
            case Layer.Reference(Layer.Reference.Kind kind) -> {
                out.writeStringField("mark", "reference");
                out.writeStringField("line", word(kind));
            }
            case Layer.Surface surface -> surface(out, surface);
            case Layer.Lines(String label, Role role, String x, String ys, String names) -> {
                marks(out, "lines", label, role);
                out.writeStringField("x", x);
                out.writeStringField("ys", ys);
                if (!names.isEmpty()) {
                    out.writeStringField("names", names);
                }
            }
            case Layer.Marker(String label, String x) -> {
                out.writeStringField("mark", "marker");
                out.writeStringField("label", label);
                out.writeStringField("x", x);
            }
        }
    }

    private static void surface(JsonGenerator out, Layer.Surface surface) throws IOException {
        out.writeStringField("mark", "surface");
        out.writeStringField("label", surface.label());
        out.writeStringField("palette", word(surface.palette()));
        out.writeStringField("x", surface.x());
        out.writeStringField("y", surface.y());
        out.writeStringField("values", surface.values());
        out.writeArrayFieldStart("levels");
        for (double level : surface.levels()) {
            out.writeNumber(level);
        }
        out.writeEndArray();
    }

    private static void marks(JsonGenerator out, String mark, String label, Role role) throws IOException {
        out.writeStringField("mark", mark);
        out.writeStringField("label", label);
        out.writeStringField("role", word(role));
    }

    private static void scores(JsonGenerator out, ViewSpec.Scores scores) throws IOException {
        head(out, "scores", scores);
        out.writeArrayFieldStart("rows");
        for (ViewSpec.Scores.Score row : scores.rows()) {
            out.writeStartObject();
            out.writeStringField("label", row.label());
            out.writeStringField("train", row.train());
            out.writeStringField("test", row.test());
            out.writeStringField("better", row.higherIsBetter() ? "higher" : "lower");
            out.writeEndObject();
        }
        out.writeEndArray();
        Json.texts(out, "about", scores.about());
    }

    private static void bars(JsonGenerator out, ViewSpec.Bars bars) throws IOException {
        head(out, "bars", bars);
        out.writeStringField("names", bars.names());
        out.writeStringField("values", bars.values());
        out.writeArrayFieldStart("table");
        for (ViewSpec.Bars.Extra extra : bars.table()) {
            pair(out, extra.label(), "values", extra.values());
        }
        out.writeEndArray();
    }

    private static void matrix(JsonGenerator out, ViewSpec.Matrix matrix) throws IOException {
        head(out, "matrix", matrix);
        out.writeStringField("rowLabel", matrix.rowLabel());
        out.writeStringField("columnLabel", matrix.columnLabel());
        out.writeStringField("names", matrix.names());
        out.writeStringField("values", matrix.values());
        out.writeStringField("shade", word(matrix.shade()));
    }

    private static void table(JsonGenerator out, ViewSpec.Table table) throws IOException {
        head(out, "table", table);
        out.writeStringField("names", table.names());
        out.writeArrayFieldStart("columns");
        for (ViewSpec.Table.Column column : table.columns()) {
            pair(out, column.label(), "values", column.values());
        }
        out.writeEndArray();
    }

    private static void notes(JsonGenerator out, ViewSpec.Notes notes) throws IOException {
        head(out, "notes", notes);
        out.writeArrayFieldStart("notes");
        for (ViewSpec.Notes.Note note : notes.notes()) {
            pair(out, note.label(), "value", note.value());
        }
        out.writeEndArray();
    }

    private static void pair(JsonGenerator out, String label, String key, String path) throws IOException {
        out.writeStartObject();
        out.writeStringField("label", label);
        out.writeStringField(key, path);
        out.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
