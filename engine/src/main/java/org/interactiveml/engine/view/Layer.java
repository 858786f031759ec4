package org.interactiveml.engine.view;

import java.util.stream.Stream;

/**
 * One set of marks in a plot. Columns are named by path: the id of a stage, then the path inside its report
 * ({@code points.train.x}). A layer whose columns are not reported is not drawn.
 */
public sealed interface Layer {

    /** The columns it reads. */
    default Stream<String> paths() {
        return switch (this) {
            case Points points -> Stream.of(points.x(), points.y());
            case Line line -> Stream.of(line.x(), line.y());
            case Band band -> Stream.of(band.x(), band.low(), band.high());
            case Reference reference -> Stream.of();
        };
    }

    /** A mark at each (x, y). */
    record Points(String label, Role role, String x, String y) implements Layer {}

    /** A line through the (x, y) in order. */
    record Line(String label, Role role, String x, String y) implements Layer {}

    /** The area between low and high over x. */
    record Band(String label, Role role, String x, String low, String high) implements Layer {}

    /** A line that is where it is whatever the data: y = x, or y = 0. */
    record Reference(Kind kind) implements Layer {
        /** Which line. */
        public enum Kind {
            IDENTITY,
            ZERO
        }
    }
}
