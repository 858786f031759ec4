package org.interactiveml.engine.data;

import org.interactiveml.engine.numeric.Cancellation;

/**
 * Rows of two classes.
 *
 * <p>The arrays are kept, not copied, and must not change afterwards.
 *
 * @param features one column per feature, at least one, each with one value per row
 * @param labels 0 or 1 for each row
 */
public record LabelledRows(double[][] features, double[] labels) {
    /** Rows between two looks at the cancellation. */
    private static final int STRETCH = 1 << 16;

    public LabelledRows {
        if (features.length == 0) {
            throw new IllegalArgumentException("at least one feature is needed");
        }
        for (double[] feature : features) {
            if (feature.length != labels.length) {
                throw new IllegalArgumentException(
                        "the columns must have equal lengths, not " + feature.length + " and " + labels.length);
            }
        }
    }

    /** The number of rows. */
    public int size() {
        return labels.length;
    }

    /** The number of rows with label 1. */
    public int positives() {
        int count = 0;
        for (double label : labels) {
            count += label > 0 ? 1 : 0;
        }
        return count;
    }

    /** The rows of the test part, or those of the training part, in their given order. */
    public LabelledRows part(Partition partition, boolean test, Cancellation cancellation) {
        int size = test ? partition.testRows() : partition.trainingRows();
        // One place more, for the row that is written and not counted: random parts make a branch cost more than a
        // write.
        int[] rows = new int[size + 1];
        int count = 0;
        for (int row = 0; row < labels.length; row++) {
            if (row % STRETCH == 0) {
                cancellation.check();
            }
            rows[count] = row;
            count += partition.isTest(row) == test ? 1 : 0;
        }
        double[][] part = new double[features.length][];
        for (int k = 0; k < part.length; k++) {
            part[k] = gather(features[k], rows, size, cancellation);
        }
        return new LabelledRows(part, gather(labels, rows, size, cancellation));
    }

    private static double[] gather(double[] column, int[] rows, int size, Cancellation cancellation) {
        double[] part = new double[size];
        for (int i = 0; i < size; i++) {
            if (i % STRETCH == 0) {
                cancellation.check();
            }
            part[i] = column[rows[i]];
        }
        return part;
    }
}
