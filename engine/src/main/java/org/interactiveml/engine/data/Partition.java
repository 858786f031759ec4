package org.interactiveml.engine.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the data each row belongs to: one of the contiguous cross-validation folds of the training rows, or the test
 * part.
 *
 * <p>Parts {@code 0 .. folds - 1} are the folds, part {@code folds} is the test part. The folds cut the training rows, in
 * training order, into contiguous ranges whose sizes differ by at most one, the longer ones first (scikit-learn's {@code KFold}
 * without shuffling). More folds are asked for than there are training rows: the partition has one fold per training row, and
 * {@link #requestedFolds()} tells. Immutable; one byte per row.
 */
public final class Partition {
    public static final int MIN_FOLDS = 2;
    public static final int MAX_FOLDS = 50;
    private static final int MAX_CUTS = 100;

    private final byte[] part;
    private final int[] sizes;
    private final int requestedFolds;
    /** What orders the rows: the seed of a random split; null for the given order. */
    private final @Nullable Long orderSeed;

    private Partition(byte[] part, int[] sizes, int requestedFolds, @Nullable Long orderSeed) {
        this.part = part;
        this.sizes = sizes;
        this.requestedFolds = requestedFolds;
        this.orderSeed = orderSeed;
    }

    /**
     * A seeded random split. Each row has a random key that depends on the seed and its index alone; the rows with the ⌈size ·
     * testFraction⌉ smallest keys are the test part, and the training order is the order of the keys. So a changed fraction
     * moves only rows at the boundary, and more rows keep the relative order of those that were there.
     *
     * <p>Linear in {@code size}, without sorting: the keys at the boundaries are found by counting.
     *
     * @param testFraction in [0, 1); 0 means that all rows train, in their given order, as {@link #inOrder}
     */
    public static Partition shuffled(
            int size, double testFraction, int folds, long seed, Workers workers, Cancellation cancellation) {
        if (!(testFraction >= 0 && testFraction < 1)) {
            throw new IllegalArgumentException("test fraction must be at least 0 and below 1, not " + testFraction);
        }
        if (testFraction == 0) {
            return inOrder(size, folds);
        }
        int testRows = testRows(size, testFraction);
        return byKeys(size, testRows, foldSizes(size - testRows, folds), folds, seed, workers, cancellation);
    }

    private static Partition byKeys(
            int size,
            int testRows,
            int[] foldSizes,
            int requestedFolds,
            long seed,
            Workers workers,
            Cancellation cancellation) {
        int folds = foldSizes.length;
        long[] ranks = new long[folds];
        byte[] labels = new byte[folds + 1];
        labels[0] = (byte) folds;
        long rank = testRows;
        for (int j = 0; j < folds; j++) {
            ranks[j] = rank;
            labels[j + 1] = (byte) j;
            rank += foldSizes[j];
        }
        byte[] part = new byte[size];
        new KeyOrder(new Draws(seed, Purpose.SPLIT), size, workers, cancellation).label(ranks, labels, part);
        return new Partition(part, sizes(foldSizes, testRows), requestedFolds, seed);
    }

    private static int[] sizes(int[] foldSizes, int testRows) {
        int[] sizes = Arrays.copyOf(foldSizes, foldSizes.length + 1);
        sizes[foldSizes.length] = testRows;
        return sizes;
    }

    /** All rows train, in their given order. */
    public static Partition inOrder(int size, int folds) {
        return ofTestColumn(new boolean[size], folds);
    }

    /** The rows marked {@code true} are the test part; the others train in their given order. */
    public static Partition ofTestColumn(boolean[] test, int folds) {
        int testRows = 0;
        for (boolean isTest : test) {
            testRows += isTest ? 1 : 0;
        }
        return inOrder(test.length, i -> test[i], foldSizes(test.length - testRows, folds), testRows, folds);
    }

    private static Partition inOrder(int size, IntPredicate test, int[] foldSizes, int testRows, int requestedFolds) {
        byte[] part = new byte[size];
        int fold = 0;
        int left = foldSizes.length == 0 ? 0 : foldSizes[0];
        for (int i = 0; i < size; i++) {
            if (test.test(i)) {
                part[i] = (byte) foldSizes.length;
            } else {
                if (left == 0) {
                    left = foldSizes[++fold];
                }
                part[i] = (byte) fold;
                left--;
            }
        }
        return new Partition(part, sizes(foldSizes, testRows), requestedFolds, null);
    }

    /**
     * The same test part, and the same training order cut at other places: fold {@code j} has the training rows of ranks
     * {@code ends[j - 1] .. ends[j] - 1}.
     *
     * @param ends ascending from above 0 to {@link #trainingRows}, at most 100
     */
    public Partition cutAt(int[] ends, Workers workers, Cancellation cancellation) {
        if (ends.length == 0 || ends.length > MAX_CUTS || ends[ends.length - 1] != trainingRows()) {
            throw new IllegalArgumentException("the cuts must be 1 to " + MAX_CUTS + " ranks up to " + trainingRows()
                    + ", not " + Arrays.toString(ends));
        }
        int[] foldSizes = new int[ends.length];
        for (int j = 0; j < ends.length; j++) {
            foldSizes[j] = ends[j] - (j == 0 ? 0 : ends[j - 1]);
            if (foldSizes[j] <= 0) {
                throw new IllegalArgumentException("the cuts must ascend from above 0: " + Arrays.toString(ends));
            }
        }
        return orderSeed == null
                ? inOrder(size(), this::isTest, foldSizes, testRows(), requestedFolds)
                : byKeys(size(), testRows(), foldSizes, requestedFolds, orderSeed, workers, cancellation);
    }

    /** ⌈size · testFraction⌉, the product rounded to double first, as scikit-learn's {@code train_test_split}. */
    public static int testRows(int size, double testFraction) {
        return (int) Math.ceil(testFraction * size);
    }

    private static int[] foldSizes(int trainingRows, int requested) {
        if (requested < MIN_FOLDS || requested > MAX_FOLDS) {
            throw new IllegalArgumentException(
                    "folds must be between " + MIN_FOLDS + " and " + MAX_FOLDS + ", not " + requested);
        }
        int folds = Math.min(requested, trainingRows);
        int[] sizes = new int[folds];
        for (int j = 0; j < folds; j++) {
            sizes[j] = trainingRows / folds + (j < trainingRows % folds ? 1 : 0);
        }
        return sizes;
    }

    /** The number of rows. */
    public int size() {
        return part.length;
    }

    /** The number of folds: what was asked for, or the number of training rows if that is smaller. */
    public int folds() {
        return sizes.length - 1;
    }

    /** The number of folds asked for. */
    public int requestedFolds() {
        return requestedFolds;
    }

    /** The number of parts: the folds and the test part, which may be empty. */
    public int parts() {
        return sizes.length;
    }

    /** The part of a row: its fold, or {@link #folds()} for the test part. */
    public int part(int row) {
        return part[row];
    }

    public boolean isTest(int row) {
        return part[row] == sizes.length - 1;
    }

    /** The number of rows of a part. */
    public int size(int part) {
        return sizes[part];
    }

    public int testRows() {
        return sizes[sizes.length - 1];
    }

    public int trainingRows() {
        return part.length - testRows();
    }

    /** The part of every row; the array itself, not to be modified. */
    public byte[] partOfRow() {
        return part;
    }
}
