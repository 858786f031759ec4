package org.interactiveml.engine.numeric;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent numbered tasks on the calling thread, helped by at most {@code parallelism - 1} threads of an executor.
 *
 * <p>The caller always works itself, so a busy or rejecting executor costs speed and never progress. Callers that want the
 * same bits for any number of threads combine the results of the tasks in the order of their numbers. Thread-safe.
 */
public final class Workers {
    private static final Workers CALLER_ONLY = new Workers(Runnable::run, 1);
    private static final Workers SHARED =
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());

    private final Executor executor;
    private final int parallelism;

    public Workers(Executor executor, int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
        }
        this.executor = executor;
        this.parallelism = parallelism;
    }

    /** The calling thread alone. */
    public static Workers callerOnly() {
        return CALLER_ONLY;
    }

    /** As many threads as the machine has processors, shared by the whole program. */
    public static Workers shared() {
        return SHARED;
    }

    /** The largest number of threads that work at a time. */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Runs {@code task} once for every number in {@code 0 .. tasks - 1} and returns when all have ended.
     *
     * <p>After a failure no further task is begun, and the first failure is thrown.
     */
    public void run(int tasks, IntConsumer task) {
        int helpers = Math.min(parallelism, tasks) - 1;
        if (helpers <= 0) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
            return;
        }
        Job job = new Job(tasks, task);
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(job);
            }
        } catch (RejectedExecutionException e) {
            // Fewer helpers, or none: the caller does the work.
        }
        job.run();
        job.await();
    }

    private static final class Job implements Runnable {
        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
            this.open = new CountDownLatch(tasks);
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        task.accept(i);
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    open.countDown();
                }
            }
        }

        // Not interruptible: the helpers still write into the caller's arrays. They stop soon, since long tasks poll
        // their cancellation.
        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable thrown = failure.get();
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
