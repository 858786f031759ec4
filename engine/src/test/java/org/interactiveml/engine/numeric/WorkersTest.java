package org.interactiveml.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static void runsEachTaskOnce(Workers workers) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        workers.run(1000, runs::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @Test
    void everyTaskRunsOnceOnAnyNumberOfThreads() {
        runsEachTaskOnce(Workers.callerOnly());
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            runsEachTaskOnce(new Workers(pool, 4));
        }
    }

    @Test
    void anExecutorThatNeverRunsOrRejectsLeavesTheWorkToTheCaller() {
        runsEachTaskOnce(new Workers(command -> {}, 4));
        runsEachTaskOnce(new Workers(
                command -> {
                    throw new RejectedExecutionException();
                },
                4));
    }

    @Test
    void theFailureOfATaskReachesTheCaller() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            assertThatThrownBy(() -> new Workers(pool, 4).run(50, i -> {
                        if (i == 17) {
                            throw new IllegalStateException("task 17");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("task 17");
        }
    }
}
