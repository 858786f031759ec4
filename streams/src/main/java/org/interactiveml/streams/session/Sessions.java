package org.interactiveml.streams.session;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.InvalidInputException;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.RunListener;

/** Opens sessions that share a few worker threads; a program has one of these. Thread-safe. */
public final class Sessions implements AutoCloseable {
    private final SessionContext context;
    private final Runnable onClose;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    private Sessions(SessionContext context, Runnable onClose) {
        this.context = context;
        this.onClose = onClose;
    }

    /** Sessions in the given context, whose schedulers stay the caller's to shut down. */
    public static Sessions in(SessionContext context) {
        return new Sessions(context, () -> {});
    }

    /**
     * Sessions on daemon threads of their own: one fewer workers than there are processors, which leaves one to the event
     * loops, but at least two, so that one session's slow run never shuts out all others.
     */
    public static Sessions start(DebouncePolicy policy, RunListener listener) {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
        ExecutorService workers = Executors.newFixedThreadPool(threads, daemons("iml-worker-"));
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("iml-timer-"));
        timer.setRemoveOnCancelPolicy(true); // a drag sets and clears an alarm at every move
        Scheduler onWorkers = Schedulers.from(workers, false, true);
        Scheduler onTimer = Schedulers.from(timer);
        return new Sessions(new SessionContext(onWorkers, onTimer, System::nanoTime, policy, listener), () -> {
            workers.shutdown();
            timer.shutdown();
        });
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A session that starts with all defaults and computes all reported stages. */
    public Session open(Experiment experiment) {
        return open(experiment, experiment.parameters().defaults());
    }

    /**
     * A session that starts in the given state and computes all reported stages.
     *
     * @throws InvalidInputException where the state breaks a rule between parameters
     */
    public Session open(Experiment experiment, Snapshot start) {
        List<Stage<?>> reported =
                experiment.plan().stages().stream().filter(Stage::isReported).toList();
        return open(experiment, start, reported);
    }

    /**
     * A session that starts in the given state and computes the given stages; its first run begins at once.
     *
     * @throws InvalidInputException where the state breaks a rule between parameters
     */
    public Session open(Experiment experiment, Snapshot start, Collection<? extends Stage<?>> targets) {
        Session session = new Session(experiment, start, targets, context, open::remove);
        open.add(session);
        return session;
    }

    /** Closes all sessions, then lets the threads go. */
    @Override
    public void close() {
        List.copyOf(open).forEach(Session::close);
        onClose.run();
    }
}
