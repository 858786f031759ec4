package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.Report;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON: compact, keys in the order they are given, and every finite double in the shortest form that reads back as the
 * same double ({@code -0.0} included). What JSON cannot say, NaN and the infinities, is {@code null}. Stateless.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** One JSON value in the making. */
    @FunctionalInterface
    public interface Content {
        /** Writes the value. */
        void write(JsonGenerator out) throws IOException;
    }

    /** The value as text. */
    public static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail
        }
        return text.toString();
    }

    /** The value in UTF-8. */
    public static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        write(content, bytes);
        return bytes.toByteArray();
    }

    /** The value in UTF-8, into memory; for a target that cannot fail. */
    static void write(Content content, OutputStream memory) {
        try (JsonGenerator out = FACTORY.createGenerator(memory)) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A number, or null where it is not finite. */
    public static void number(JsonGenerator out, double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    /** A named array of texts. */
    public static void texts(JsonGenerator out, String name, Collection<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    /** An object of all parameter values by id, in the order of the set. */
    public static void values(JsonGenerator out, Snapshot snapshot) throws IOException {
        out.writeStartObject();
        for (Parameter<?> parameter : snapshot.parameters()) {
            out.writeFieldName(parameter.id());
            value(out, snapshot, parameter);
        }
        out.writeEndObject();
    }

    private static <T> void value(JsonGenerator out, Snapshot snapshot, Parameter<T> parameter) throws IOException {
        plain(out, parameter.write(snapshot.get(parameter)));
    }

    /**
     * A plain value: text, number, yes or no, null, a list or a map of these.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static void plain(JsonGenerator out, @Nullable Object plain) throws IOException {
        switch (plain) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Double real -> number(out, real);
            case Long whole -> out.writeNumber(whole);
            case Integer whole -> out.writeNumber(whole);
            case BigInteger whole -> out.writeNumber(whole);
            case BigDecimal real -> out.writeNumber(real);
            case JsonNull none -> out.writeNull();
            case double[] column -> column(out, column);
            case List<?> list -> {
                out.writeStartArray();
                for (Object item : list) {
                    plain(out, item);
                }
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName(String.valueOf(entry.getKey()));
                    plain(out, entry.getValue());
                }
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException("no plain value: " + plain.getClass());
        }
    }

    /** A report with its columns written out as arrays. */
    public static void report(JsonGenerator out, Report report) throws IOException {
        report(out, report, Json::column);
    }

    /** How a column is written. */
    interface ColumnWriter {
        void write(JsonGenerator out, double[] column) throws IOException;
    }

    static void report(JsonGenerator out, Report report, ColumnWriter columns) throws IOException {
        switch (report) {
            case Report.Real(double value) -> number(out, value);
            case Report.Whole(long value) -> out.writeNumber(value);
            case Report.Flag(boolean value) -> out.writeBoolean(value);
            case Report.Text(String value) -> out.writeString(value);
            case Report.Column(double[] values) -> columns.write(out, values);
            case Report.Items(List<Report> items) -> {
                out.writeStartArray();
                for (Report item : items) {
                    report(out, item, columns);
                }
                out.writeEndArray();
            }
            case Report.Group group -> {
                out.writeStartObject();
                entries(out, group, columns);
                out.writeEndObject();
            }
        }
    }

    /** The entries of a group, into an object that has been started. */
    public static void entries(JsonGenerator out, Report.Group group) throws IOException {
        entries(out, group, Json::column);
    }

    private static void entries(JsonGenerator out, Report.Group group, ColumnWriter columns) throws IOException {
        for (Map.Entry<String, Report> entry : group.entries().entrySet()) {
            out.writeFieldName(entry.getKey());
            report(out, entry.getValue(), columns);
        }
    }

    private static void column(JsonGenerator out, double[] column) throws IOException {
        out.writeStartArray();
        for (double value : column) {
            number(out, value);
        }
        out.writeEndArray();
    }
}
