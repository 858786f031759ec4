package org.interactiveml.engine.model.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.interactiveml.engine.model.SortedRows;

/**
 * Training rows, and what processes on them share between fits: changing a hyperparameter touches no row again where a basis is
 * known. Thread-safe.
 */
public final class KernelSample {
    private final SortedRows rows;
    private final double[] centred;
    private final Map<Kernel, ProcessSolver> solvers = new EnumMap<>(Kernel.class);
    private final ReentrantLock lock = new ReentrantLock();

    /** Of these rows, which need not suit every kernel. */
    public KernelSample(SortedRows rows) {
        this.rows = rows;
        this.centred = rows.centredY();
    }

    /** The training rows. */
    public SortedRows rows() {
        return rows;
    }

    /**
     * The fastest exact solver for a kernel.
     *
     * @throws org.interactiveml.engine.numeric.Infeasible for more rows than it takes, or where all x are equal
     */
    ProcessSolver solver(Kernel kernel) {
        rows.requireDistinct(2, "a kernel");
        lock.lock();
        try {
            return solvers.computeIfAbsent(
                    kernel,
                    k -> k == Kernel.RBF
                            ? new SmoothProcess(rows.x(), centred)
                            : new MarkovProcess(k, rows.x(), centred));
        } finally {
            lock.unlock();
        }
    }

    /** Every so many-th row, about {@code most} of them: where a search may begin. */
    KernelSample thinned(int most) {
        return rows.size() <= most ? this : new KernelSample(rows.thinned((rows.size() + most - 1) / most));
    }
}
