package org.interactiveml.engine.view;

import java.util.List;
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
            case Surface surface -> Stream.of(surface.x(), surface.y(), surface.values());
            case Lines lines ->
                lines.names().isEmpty()
                        ? Stream.of(lines.x(), lines.ys())
                        : Stream.of(lines.x(), lines.ys(), lines.names());
            case Marker marker -> Stream.of(marker.x());
        };
    }

    /** A mark at each (x, y). */
    record Points(String label, Role role, String x, String y) implements Layer {}

    /** A line through the (x, y) in order. */
    record Line(String label, Role role, String x, String y) implements Layer {}

    /** The area between low and high over x. */
    record Band(String label, Role role, String x, String low, String high) implements Layer {}

    /**
     * A colour at each cell of a grid.
     *
     * @param x path of the n centres of the columns of cells, ascending and equally far apart
     * @param y path of the m centres of the rows of cells, the same
     * @param values path of n·m numbers, row by row: the value at (x[i], y[j]) is {@code values[j·n + i]}
     * @param levels where contours are drawn
     */
    record Surface(String label, Palette palette, String x, String y, String values, List<Double> levels)
            implements Layer {
        public Surface {
            levels = List.copyOf(levels);
        }

        /** What the colours say. */
        public enum Palette {
            /** From 0, one class, over 1/2, undecided, to 1, the other. */
            PROBABILITY,
            /** Counts of rows; nothing where there are none. */
            DENSITY,
            /** Low to high. */
            LEVEL
        }
    }

    /**
     * Many lines over one x.
     *
     * @param ys path of a list of columns
     * @param names path of a text for each line; empty where they are all alike
     */
    record Lines(String label, Role role, String x, String ys, String names) implements Layer {}

    /** A vertical line at a number: you are here. */
    record Marker(String label, String x) implements Layer {}

    /** A line that is where it is whatever the data: y = x, or y = 0. */
    record Reference(Kind kind) implements Layer {
        /** Which line. */
        public enum Kind {
            IDENTITY,
            ZERO
        }
    }
}
