package org.interactiveml.engine.model.linear;

/**
 * The training rows as covariances of standardised features, one fold left out at a time: all that a choice of alpha needs.
 *
 * <p>The features stay standardised as on the whole training part; each fold's model centres them and y on its own training
 * rows. Holds its workspace; not thread-safe.
 */
interface Folds {
    /** The number of folds. */
    int count();

    /**
     * Sets R and g to the covariances over the training rows, those of fold {@code except} left out, which becomes the fold
     * held; −1 for none.
     *
     * @param gram p×p, set, symmetric
     * @param xy p, set
     * @return the number of rows behind them
     */
    double covariance(int except, double[] gram, double[] xy);

    /** Mean squared error over the fold held of the model with coefficients b fitted on the others. */
    double error(double[] b);

    /** The number of rows of the fold held. */
    double heldRows();

    /** The variance of y over the fold held; exactly 0 for a constant y. */
    double heldVariance();
}
