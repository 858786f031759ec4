package org.interactiveml.streams.session;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import org.interactiveml.engine.experiment.Inputs;
import org.interactiveml.streams.run.RunListener;

/**
 * One thread on which time passes only when somebody says so: the test between runs, or a stage that pretends to take long.
 * While a stage takes its time, what is scheduled for that time happens.
 */
final class VirtualTime {
    private final TestScheduler clock = new TestScheduler();
    private final TestScheduler workers = new TestScheduler();

    SessionContext context(DebouncePolicy policy, RunListener listener) {
        return new SessionContext(workers, clock, () -> clock.now(NANOSECONDS), policy, listener);
    }

    long millis() {
        return clock.now(MILLISECONDS);
    }

    /** Schedules an action, such as a change by the user, in so many milliseconds from now. */
    void in(long millis, Runnable action) {
        clock.scheduleDirect(action, millis, MILLISECONDS);
    }

    /** Lets the workers do what is queued, however long it takes. */
    void work() {
        workers.triggerActions();
    }

    /** Lets at least so many milliseconds pass. */
    void pass(long millis) {
        long end = millis() + millis;
        work();
        while (millis() < end) {
            clock.advanceTimeBy(1, MILLISECONDS);
            work();
        }
    }

    /** What a stage calls to take so long; it polls the token every millisecond. */
    void busy(Inputs in, long millis) {
        for (long i = 0; i < millis; i++) {
            in.cancellation().check();
            clock.advanceTimeBy(1, MILLISECONDS);
        }
        in.cancellation().check();
    }
}
