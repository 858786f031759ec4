package org.interactiveml.engine.model.linear;

import java.util.concurrent.locks.ReentrantLock;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.data.Rows;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.numeric.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Rows, split into parts, and their moments: all that fits of any degree and penalty are made from.
 *
 * <p>The moments are computed once, for degrees up to 10 at first and for all degrees when one above is asked. Thread-safe.
 */
public final class PolynomialSample {
    public static final int MAX_DEGREE = 30;
    private static final int TIER = 10;

    private final Rows rows;
    private final Partition partition;
    private final Scaling scaling;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Moments moments;
    private volatile @Nullable Moments exactMoments;

    private PolynomialSample(Rows rows, Partition partition, Scaling scaling) {
        this.rows = rows;
        this.partition = partition;
        this.scaling = scaling;
    }

    /**
     * Reads the ranges of the columns.
     *
     * @throws Infeasible for columns that no polynomial can be fitted to: NaN, infinite, all x equal, no training rows
     */
    public static PolynomialSample of(Rows rows, Partition partition, Workers workers, Cancellation cancellation) {
        if (rows.size() != partition.size()) {
            throw new IllegalArgumentException(
                    "the partition must have one part per row, not " + partition.size() + " for " + rows.size());
        }
        Scaling scaling = Scaling.of(rows, workers, cancellation);
        if (partition.trainingRows() == 0) {
            throw new Infeasible("the training part must have at least 1 row, not 0");
        }
        return new PolynomialSample(rows, partition, scaling);
    }

    /** The same rows in other parts. */
    PolynomialSample withPartition(Partition other) {
        return new PolynomialSample(rows, other, scaling);
    }

    /** Other rows in the same units. */
    PolynomialSample withRows(Rows other, Partition parts) {
        return new PolynomialSample(other, parts, scaling);
    }

    public Rows rows() {
        return rows;
    }

    public Partition partition() {
        return partition;
    }

    public Scaling scaling() {
        return scaling;
    }

    /** Moments for at least {@code degree}: one pass over the rows the first time, then at once. */
    public Moments moments(int degree, Workers workers, Cancellation cancellation) {
        Moments known = moments;
        if (known != null && known.degree() >= degree) {
            return known;
        }
        lock.lock();
        try {
            known = moments;
            if (known == null || known.degree() < degree) {
                known = Moments.of(
                        rows, partition, scaling, degree <= TIER ? TIER : MAX_DEGREE, false, workers, cancellation);
                moments = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** The same in double-double, for what double precision cannot resolve. */
    Moments exactMoments(int degree, Workers workers, Cancellation cancellation) {
        Moments known = exactMoments;
        if (known != null && known.degree() >= degree) {
            return known;
        }
        lock.lock();
        try {
            known = exactMoments;
            if (known == null || known.degree() < degree) {
                known = Moments.of(rows, partition, scaling, tier(degree), true, workers, cancellation);
                exactMoments = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private static int tier(int degree) {
        return (degree + TIER - 1) / TIER * TIER;
    }
}
