package org.interactiveml.engine.data;

import org.interactiveml.engine.data.Draws.Purpose;

/**
 * Data sets drawn with replacement from rows at hand (B. Efron, Annals of Statistics 7 (1979) 1). Immutable and thread-safe.
 */
public final class Bootstrap implements DataSets {
    private final Rows rows;
    private final Draws draws;

    /** Draws from all of {@code rows}, mostly the training rows. */
    public Bootstrap(Rows rows, long seed) {
        this.rows = rows;
        this.draws = new Draws(seed, Purpose.BOOTSTRAP);
    }

    @Override
    public void draw(int index, int size, double[] x, double[] y) {
        long first = (long) index << 32;
        for (int i = 0; i < size; i++) {
            int row = (int) (draws.uniform(first + i) * rows.size());
            x[i] = rows.x()[row];
            y[i] = rows.y()[row];
        }
    }
}
