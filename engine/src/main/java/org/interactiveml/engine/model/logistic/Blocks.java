package org.interactiveml.engine.model.logistic;

/**
 * Cuts rows into few blocks for the threads, depending on nothing but their number: sums over blocks, added in order, are the same
 * for any number of threads.
 */
record Blocks(int rows) {
    /** Rows whose columns stay in the nearest caches; also the longest stretch without a look at the cancellation. */
    static final int STRETCH = 256;

    private static final int MOST = 16;
    private static final int FEWEST_ROWS = 4096;

    int count() {
        return Math.clamp((rows + FEWEST_ROWS - 1) / FEWEST_ROWS, 1, MOST);
    }

    int from(int block) {
        return (int) ((long) rows * block / count());
    }

    int to(int block) {
        return from(block + 1);
    }
}
