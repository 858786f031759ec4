package org.interactiveml.streams.session;

import io.reactivex.rxjava3.core.Scheduler;
import java.util.function.LongSupplier;
import org.interactiveml.streams.run.RunListener;

/**
 * What sessions share: where they compute, what wakes them, what time it is, when they run, and who listens.
 *
 * @param workers a first-in-first-out queue before a bounded number of threads, so that sessions take turns
 * @param timer runs tasks of microseconds at a given time
 * @param nanoTime the time in nanoseconds, in step with the timer
 */
public record SessionContext(
        Scheduler workers, Scheduler timer, LongSupplier nanoTime, DebouncePolicy policy, RunListener listener) {}
