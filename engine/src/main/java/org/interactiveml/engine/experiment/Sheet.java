package org.interactiveml.engine.experiment;

import java.util.List;

/**
 * The rows of a fit, to take home: training rows fold by fold, then the test rows. So unshuffled folds over the training rows
 * are the folds that were used.
 *
 * <p>Immutable by agreement: the columns are shared, and nobody writes to them.
 *
 * @param columns at least one; all of equal length
 * @param folds the number of folds; 0 where nothing is cross-validated
 * @param trainingRows how many of the rows, from the first, are training rows
 */
public record Sheet(List<Column> columns, int folds, int trainingRows) {
    public Sheet {
        columns = List.copyOf(columns);
    }

    /** A named column, one number per row. */
    public record Column(String name, Kind kind, double[] values) {}

    /** What a column is to the fit. */
    public enum Kind {
        FEATURE,
        TARGET,
        PREDICTED
    }

    /** The number of rows, of both parts. */
    public int rows() {
        return columns.getFirst().values().length;
    }
}
