package org.interactiveml.engine.catalog;

import java.util.Arrays;
import org.interactiveml.engine.data.LabelledRows;
import org.interactiveml.engine.view.Report;

/**
 * The rows that plots show, by part and class, over the first two features; a single feature is drawn against the class.
 *
 * @param groups test part first, then training part; in each the rows of class 0, then of class 1; of each the two coordinates
 * @param rows how many rows there are in all
 * @param stride every how many-th row of a part is shown
 */
record PlanePoints(double[][][][] groups, long rows, int stride) {
    /** Points shown in a plot; beyond, every k-th row stands for k. */
    private static final int SHOWN = 5000;

    static PlanePoints of(Plane.Parts parts) {
        int rows = parts.train().size() + parts.test().size();
        int stride = (rows + SHOWN - 1) / SHOWN;
        double[][][][] groups = new double[2][2][][];
        for (int part = 0; part < 2; part++) {
            for (int label = 0; label < 2; label++) {
                groups[part][label] = group(parts.part(part == 0), label, stride);
            }
        }
        return new PlanePoints(groups, rows, stride);
    }

    private static double[][] group(LabelledRows rows, int label, int stride) {
        double[] x1 = rows.features()[0];
        double[] x2 = rows.features().length > 1 ? rows.features()[1] : rows.labels();
        double[][] group = new double[2][(rows.size() + stride - 1) / stride];
        int count = 0;
        for (int row = 0; row < rows.size(); row += stride) {
            if (rows.labels()[row] == label) {
                group[0][count] = x1[row];
                group[1][count++] = x2[row];
            }
        }
        return new double[][] {Arrays.copyOf(group[0], count), Arrays.copyOf(group[1], count)};
    }

    Report report() {
        return Report.group()
                .put("test", part(groups[0]))
                .put("train", part(groups[1]))
                .put("rows", rows)
                .put("note", stride == 1 ? "" : "the plots show 1 of every " + stride + " rows")
                .build();
    }

    private static Report part(double[][][] classes) {
        return Report.group()
                .put("negative", columns(classes[0]))
                .put("positive", columns(classes[1]))
                .build();
    }

    private static Report columns(double[][] group) {
        return Report.group().put("x1", group[0]).put("x2", group[1]).build();
    }
}
