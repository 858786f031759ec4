package org.interactiveml.engine.view;

import java.util.List;
import java.util.stream.Stream;
import org.interactiveml.engine.parameter.PointsParameter;

/** What one view shows, in terms of the reports of stages. Immutable. */
public sealed interface ViewSpec {

    /** Unique within its experiment. */
    String id();

    /** The heading above it. */
    String title();

    /** Everything it reads, as paths that begin with the id of a stage. */
    default List<String> paths() {
        return switch (this) {
            case Plot plot -> plot.layers().stream().flatMap(Layer::paths).toList();
            case Scores scores ->
                Stream.concat(
                                scores.rows().stream().flatMap(row -> Stream.of(row.train(), row.test())),
                                scores.about().stream())
                        .toList();
            case Bars bars ->
                Stream.concat(
                                Stream.of(bars.names(), bars.values()),
                                bars.table().stream().map(Bars.Extra::values))
                        .toList();
            case Matrix matrix -> List.of(matrix.names(), matrix.values());
            case Table table ->
                Stream.concat(Stream.of(table.names()), table.columns().stream().map(Table.Column::values))
                        .toList();
            case Notes notes -> notes.notes().stream().map(Notes.Note::value).toList();
        };
    }

    /**
     * Layers over two axes.
     *
     * @param square whether both axes measure the same thing, so that a square area serves best
     * @param picks the parameter that a click sets to the x where it was made; empty if a click sets none
     * @param paints the parameter of the points that a hand may put here, move and erase; empty if it may not
     */
    record Plot(
            String id, String title, Axis x, Axis y, boolean square, String picks, String paints, List<Layer> layers)
            implements ViewSpec {
        public Plot {
            layers = List.copyOf(layers);
        }

        /** A plot where no points are put. */
        public Plot(String id, String title, Axis x, Axis y, boolean square, String picks, List<Layer> layers) {
            this(id, title, x, y, square, picks, "", layers);
        }

        /** The same plot, where a hand may put, move and erase the points of a parameter. */
        public Plot painting(PointsParameter points) {
            return new Plot(id, title, x, y, square, picks, points.id(), layers);
        }

        /** A plot over linear axes that sets nothing. */
        public Plot(String id, String title, String xLabel, String yLabel, boolean square, List<Layer> layers) {
            this(id, title, Axis.linear(xLabel), Axis.linear(yLabel), square, "", layers);
        }
    }

    /**
     * Numbers for the training and the test part side by side.
     *
     * @param about paths of texts that say what is in the numbers: a penalty? scaled data?
     */
    record Scores(String id, String title, List<Score> rows, List<String> about) implements ViewSpec {
        public Scores {
            rows = List.copyOf(rows);
            about = List.copyOf(about);
        }

        /** Numbers that need no explanation. */
        public Scores(String id, String title, List<Score> rows) {
            this(id, title, rows, List.of());
        }

        /** One number for both parts, and which way is better. */
        public record Score(String label, String train, String test, boolean higherIsBetter) {}
    }

    /**
     * A bar for each name, with further columns in the table behind it.
     *
     * @param names path of the texts
     * @param values path of the column that the bars show
     */
    record Bars(String id, String title, String names, String values, List<Extra> table) implements ViewSpec {
        public Bars {
            table = List.copyOf(table);
        }

        /** A column of the table only. */
        public record Extra(String label, String values) {}
    }

    /**
     * Numbers between the same things on both sides.
     *
     * @param rowLabel what the rows stand for
     * @param columnLabel what the columns stand for
     * @param names path of the texts of rows and columns
     * @param values path of a list of columns of numbers, one for each row of the matrix
     */
    record Matrix(
            String id, String title, String rowLabel, String columnLabel, String names, String values, Shade shade)
            implements ViewSpec {
        /** What the shading of a cell says. */
        public enum Shade {
            /** From none to the most. */
            COUNT,
            /** From −1 over 0 to 1. */
            CORRELATION
        }
    }

    /**
     * A row of numbers for each name.
     *
     * @param names path of the texts
     */
    record Table(String id, String title, String names, List<Column> columns) implements ViewSpec {
        public Table {
            columns = List.copyOf(columns);
        }

        /** One column of numbers at a path; an empty cell where a number is not defined. */
        public record Column(String label, String values) {}
    }

    /** Short facts in words: the chosen alpha, how the fit ended. */
    record Notes(String id, String title, List<Note> notes) implements ViewSpec {
        public Notes {
            notes = List.copyOf(notes);
        }

        /** One fact at a path. */
        public record Note(String label, String value) {}
    }
}
