package org.interactiveml.streams.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Problem;

/** What a page says over its live socket, as JSON text. */
public sealed interface ClientMessage {

    /**
     * Parameters are to change, all of them or none:
     * {@code {"type":"set","values":{"degree":3},"input":17,"pace":"drag"}}.
     *
     * @param values plain values by parameter id, not validated yet
     * @param input counts the inputs of one page, rising
     * @param dragging whether the control is still moving
     */
    record Change(Map<String, Object> values, long input, boolean dragging) implements ClientMessage {}

    /**
     * Frames have been painted: {@code {"type":"painted","version":12,"micros":[5300,6100]}}.
     *
     * @param version of the last of them
     * @param micros from the input event to the painted frame, in microseconds, each frame's
     */
    record Painted(long version, List<Long> micros) implements ClientMessage {}

    /**
     * Reads a message.
     *
     * @throws InvalidInputException with all that is wrong with it; nobody should act on any part of it then
     */
    static ClientMessage read(String json) {
        List<Problem> problems = new ArrayList<>();
        Fields fields =
                new Fields(Limits.READER.object(json), message -> problems.add(new Problem("message", message)));
        fields.require("type");
        ClientMessage message = switch (fields.word("type", "set", "painted").orElse("")) {
            case "set" -> change(fields);
            case "painted" -> painted(fields);
            default -> throw new InvalidInputException(problems);
        };
        fields.refuseOthers();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return message;
    }

    private static Change change(Fields fields) {
        fields.require("values", "input", "pace");
        return new Change(
                fields.object("values").orElse(Map.of()),
                fields.whole("input", 0, Limits.COUNT).orElse(0),
                fields.word("pace", "drag", "now").filter("drag"::equals).isPresent());
    }

    private static Painted painted(Fields fields) {
        fields.require("version", "micros");
        return new Painted(
                fields.whole("version", 1, Limits.COUNT).orElse(1),
                fields.wholes("micros", 0, Limits.MICROS, Limits.PAINTS).orElse(List.of()));
    }

    /** How much a page may say. */
    final class Limits {
        /** The longest message, in characters: as many painted points as there may be fit, with all their digits. */
        public static final int CHARACTERS = 131_072;

        /** What a browser's number counts exactly. */
        private static final long COUNT = (1L << 53) - 1;

        /** Ten minutes; a page that slept longer has nothing to tell about latency. */
        private static final long MICROS = 600_000_000L;

        /** More frames than a display shows in the time that a page gathers them. */
        private static final int PAINTS = 240;

        private static final JsonReader READER = new JsonReader(CHARACTERS, 10_000);

        private Limits() {}
    }
}
