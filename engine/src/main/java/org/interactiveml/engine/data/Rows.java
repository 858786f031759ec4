package org.interactiveml.engine.data;

/**
 * Two columns of equal length: row {@code i} is the point ({@code x[i]}, {@code y[i]}).
 *
 * <p>The arrays are kept, not copied, and must not change afterwards; ten million rows are stored once.
 */
public final class Rows {
    private final double[] x;
    private final double[] y;

    public Rows(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "the columns must have equal lengths, not " + x.length + " and " + y.length);
        }
        this.x = x;
        this.y = y;
    }

    /** The number of rows. */
    public int size() {
        return x.length;
    }

    /** The column itself; not to be modified. */
    public double[] x() {
        return x;
    }

    /** The column itself; not to be modified. */
    public double[] y() {
        return y;
    }
}
