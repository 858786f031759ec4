package org.interactiveml.engine.data;

/**
 * Rows of two classes.
 *
 * <p>The arrays are kept, not copied, and must not change afterwards.
 *
 * @param features one column per feature, at least one, each with one value per row
 * @param labels 0 or 1 for each row
 */
public record LabelledRows(double[][] features, double[] labels) {
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
    public LabelledRows part(Partition partition, boolean test) {
        int size = test ? partition.testRows() : partition.trainingRows();
        double[][] part = new double[features.length][];
        for (int k = 0; k < part.length; k++) {
            part[k] = part(features[k], partition, test, size);
        }
        return new LabelledRows(part, part(labels, partition, test, size));
    }

    private static double[] part(double[] column, Partition partition, boolean test, int size) {
        double[] part = new double[size];
        int next = 0;
        for (int row = 0; row < column.length; row++) {
            if (partition.isTest(row) == test) {
                part[next++] = column[row];
            }
        }
        return part;
    }
}
