package org.interactiveml.engine.data;

/** A sequence of random data sets, each known by its number alone. Thread-safe. */
@FunctionalInterface
public interface DataSets {
    /**
     * Fills {@code x} and {@code y} on {@code 0 .. size - 1} with data set {@code index}.
     *
     * <p>A larger {@code size} extends the same data set.
     */
    void draw(int index, int size, double[] x, double[] y);
}
