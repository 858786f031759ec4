package org.interactiveml.engine.data;

import java.util.Arrays;
import org.interactiveml.engine.data.Draws.Purpose;
import org.interactiveml.engine.experiment.Cancellation;
import org.interactiveml.engine.numeric.Workers;

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

    private final byte[] part;
    private final int[] sizes;
    private final int requestedFolds;

    Partition(byte[] part, int[] sizes, int requestedFolds) {
        this.part = part;
        this.sizes = sizes;
        this.requestedFolds = requestedFolds;
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
        int[] foldSizes = foldSizes(size - testRows, folds);
        long[] ranks = new long[foldSizes.length];
        long rank = testRows;
        for (int j = 0; j < foldSizes.length; j++) {
            ranks[j] = rank;
            rank += foldSizes[j];
        }
        byte[] labels = new byte[foldSizes.length + 1];
        labels[0] = (byte) foldSizes.length;
        for (int j = 0; j < foldSizes.length; j++) {
            labels[j + 1] = (byte) j;
        }
        byte[] part = new byte[size];
        new KeyOrder(new Draws(seed, Purpose.SPLIT), size, workers, cancellation).label(ranks, labels, part);
        int[] sizes = Arrays.copyOf(foldSizes, foldSizes.length + 1);
        sizes[foldSizes.length] = testRows;
        return new Partition(part, sizes, folds);
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
        int[] foldSizes = foldSizes(test.length - testRows, folds);
        byte[] part = new byte[test.length];
        int fold = 0;
        int left = foldSizes.length == 0 ? 0 : foldSizes[0];
        for (int i = 0; i < test.length; i++) {
            if (test[i]) {
                part[i] = (byte) foldSizes.length;
            } else {
                if (left == 0) {
                    left = foldSizes[++fold];
                }
                part[i] = (byte) fold;
                left--;
            }
        }
        int[] sizes = Arrays.copyOf(foldSizes, foldSizes.length + 1);
        sizes[foldSizes.length] = testRows;
        return new Partition(part, sizes, folds);
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
