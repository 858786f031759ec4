package org.interactiveml.engine.catalog;

import java.util.Arrays;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.view.Report;

/**
 * The rows that plots show, by part and class, over the first two features; a single feature is drawn against the class.
 *
 * @param groups test part first, then training part; in each the rows of class 0, then of class 1; of each the two coordinates
 *     and which rows they are
 * @param rows how many rows there are in all
 * @param stride every how many-th row is shown
 */
record PlanePoints(double[][][][] groups, long rows, int stride) {
    /** Points shown in a plot; beyond, every k-th row stands for k. */
    private static final int SHOWN = 5000;

    /** So few rows may be taken over as points, which needs to know which row is which. */
    private static final int TAKEN_OVER = 500;

    static PlanePoints of(LabelledRows rows, Partition split) {
        int stride = (rows.size() + SHOWN - 1) / SHOWN;
        double[][][][] groups = new double[2][2][][];
        for (int part = 0; part < 2; part++) {
            for (int label = 0; label < 2; label++) {
                groups[part][label] = group(rows, split, part == 0, label, stride);
            }
        }
        return new PlanePoints(groups, rows.size(), stride);
    }

    private static double[][] group(LabelledRows rows, Partition split, boolean test, int label, int stride) {
        double[] x1 = rows.features()[0];
        double[] x2 = rows.features().length > 1 ? rows.features()[1] : rows.labels();
        double[][] group = new double[3][(rows.size() + stride - 1) / stride];
        int count = 0;
        for (int row = 0; row < rows.size(); row += stride) {
            if (rows.labels()[row] == label && split.isTest(row) == test) {
                group[0][count] = x1[row];
                group[1][count] = x2[row];
                group[2][count++] = row;
            }
        }
        int size = count;
        return Arrays.stream(group).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new);
    }

    Report report() {
        return Report.group()
                .put("test", part(groups[0]))
                .put("train", part(groups[1]))
                .put("rows", rows)
                .put("note", stride == 1 ? "" : "the plots show 1 of every " + stride + " rows")
                .build();
    }

    private Report part(double[][][] classes) {
        return Report.group()
                .put("negative", columns(classes[0]))
                .put("positive", columns(classes[1]))
                .build();
    }

    private Report columns(double[][] group) {
        Report.Builder columns = Report.group().put("x1", group[0]).put("x2", group[1]);
        if (rows <= TAKEN_OVER) {
            columns.put("row", group[2]);
        }
        return columns.build();
    }
}
