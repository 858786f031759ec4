package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;

/** What the server says to a page over its live socket besides frames, as JSON text. */
public sealed interface ServerMessage {

    /**
     * The first message of a connection.
     *
     * @param experiment its id
     * @param token opens the next connection, once
     * @param snapshot the state to start from
     */
    record Hello(String experiment, String token, Snapshot snapshot) implements ServerMessage {}

    /**
     * An input changed nothing.
     *
     * @param input which one
     * @param problems why
     */
    record Rejected(long input, List<Problem> problems) implements ServerMessage {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** The text to send. */
    default String json() {
        return Json.text(out -> {
            out.writeStartObject();
            switch (this) {
                case Hello hello -> write(out, hello);
                case Rejected rejected -> write(out, rejected);
            }
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Hello hello) throws IOException {
        out.writeStringField("type", "hello");
        out.writeStringField("experiment", hello.experiment());
        out.writeStringField("token", hello.token());
        out.writeNumberField("version", hello.snapshot().version());
        out.writeFieldName("values");
        Json.values(out, hello.snapshot());
    }

    private static void write(JsonGenerator out, Rejected rejected) throws IOException {
        out.writeStringField("type", "rejected");
        out.writeNumberField("input", rejected.input());
        out.writeArrayFieldStart("problems");
        for (Problem problem : rejected.problems()) {
            out.writeStartObject();
            out.writeStringField("parameter", problem.subject());
            out.writeStringField("message", problem.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
