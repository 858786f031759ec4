package org.interactiveml.streams.replay;

import java.util.Optional;
import java.util.regex.Pattern;
import org.interactiveml.engine.experiment.Frame;
import org.interactiveml.engine.experiment.Outcome;
import org.interactiveml.engine.experiment.StageResult;
import org.interactiveml.engine.view.Report;

/**
 * What a script says a frame will hold.
 *
 * @param path as the script writes it: {@code test.r2}
 * @param stage the id of the stage whose report holds it
 * @param within the path inside that report; behind the path of a column, a number counts its values from 1
 * @param relation between what is found and {@code value}
 * @param value a {@link Double}, a {@link Boolean} or a {@link String}; a Double unless the relation is {@link Relation#EQUALS}
 */
public record Expectation(String path, String stage, String within, Relation relation, Object value) {

    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,5}");

    /** How what is found relates to what is expected. */
    public enum Relation {
        MIN("min", "≥"),
        MAX("max", "≤"),
        EQUALS("equals", "=");

        private final String key;
        private final String sign;

        Relation(String key, String sign) {
            this.key = key;
            this.sign = sign;
        }

        /** What a script calls it. */
        String key() {
            return key;
        }
    }

    /** Why a frame is not as expected; empty where it is. */
    Optional<String> failure(Frame frame) {
        Optional<Report> found = found(frame, stage + "." + within);
        if (found.isPresent() && holds(found.get())) {
            return Optional.empty();
        }
        String was = found.map(report -> "was " + shown(report)).orElseGet(() -> missing(frame));
        return Optional.of("expected " + path + " " + relation.sign + " " + shown(value) + ", " + was);
    }

    private static Optional<Report> found(Frame frame, String path) {
        int dot = path.lastIndexOf('.');
        String place = path.substring(dot + 1);
        if (!PLACE.matcher(place).matches()) {
            return frame.at(path);
        }
        int index = Integer.parseInt(place) - 1;
        return frame.at(path.substring(0, dot))
                .filter(report -> report instanceof Report.Column(double[] values) && index < values.length)
                .map(report -> new Report.Real(((Report.Column) report).values()[index]));
    }

    private boolean holds(Report found) {
        return switch (found) {
            case Report.Real(double real) -> holds(real);
            case Report.Whole(long whole) -> holds((double) whole);
            case Report.Flag(boolean flag) -> relation == Relation.EQUALS && value.equals(flag);
            case Report.Text(String text) -> relation == Relation.EQUALS && value.equals(text);
            case Report.Column column -> false;
            case Report.Items items -> false;
            case Report.Group group -> false;
        };
    }

    private boolean holds(double found) {
        return value instanceof Double expected
                && switch (relation) {
                    case MIN -> found >= expected;
                    case MAX -> found <= expected;
                    case EQUALS -> found == expected;
                };
    }

    private String missing(Frame frame) {
        for (StageResult<?> result : frame.results()) {
            if (result.stage().id().equals(stage)) {
                return switch (result.outcome()) {
                    case Outcome.Ready<?> ready -> "but " + stage + " has no " + within;
                    case Outcome.Failed<?> failed -> "but " + stage + " failed: " + String.join("; ", failed.reasons());
                    case Outcome.Blocked<?> blocked -> "but " + String.join(", ", blocked.by()) + " failed";
                    case Outcome.Cancelled<?> cancelled -> "but " + stage + " was cancelled";
                };
            }
        }
        return "but " + stage + " was not computed";
    }

    private static String shown(Report found) {
        return switch (found) {
            case Report.Real(double real) -> shown(real);
            case Report.Whole(long whole) -> Long.toString(whole);
            case Report.Flag(boolean flag) -> Boolean.toString(flag);
            case Report.Text(String text) -> shown(text);
            case Report.Column column -> "a column";
            case Report.Items items -> "a list";
            case Report.Group group ->
                "a group of " + String.join(", ", group.entries().keySet());
        };
    }

    private static String shown(Object plain) {
        return switch (plain) {
            case String text -> "\"" + text + "\"";
            case Double real when real == Math.rint(real) && Math.abs(real) < 1e15 -> Long.toString(real.longValue());
            default -> plain.toString();
        };
    }
}
