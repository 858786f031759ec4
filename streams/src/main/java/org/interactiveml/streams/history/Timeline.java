package org.interactiveml.streams.history;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.run.Pace;
import org.interactiveml.streams.session.Change;
import org.interactiveml.streams.session.Session;

/**
 * The history of a live session: it writes itself from the session's changes, and going to one of its entries is a change
 * like any other.
 *
 * <p>Thread-safe. The lock is held while the history is looked at, never while the session is: the session calls in here
 * while it holds its own.
 */
public final class Timeline implements AutoCloseable {
    private final Session session;
    private final LongSupplier millis;
    private final History history;
    private final Disposable changes;
    private final FlowableProcessor<Boolean> moves =
            BehaviorProcessor.createDefault(true).toSerialized();

    /**
     * Where a history stands.
     *
     * @param newest the highest id of a settled entry
     * @param oldest the lowest id that is kept
     * @param cursor the id of the entry that the session is at
     */
    public record Mark(int newest, int oldest, int cursor, boolean canUndo, boolean canRedo) {}

    /**
     * The history of a session from now on.
     *
     * @param millis a clock in milliseconds
     * @param names what entries are called with
     */
    public Timeline(Session session, LongSupplier millis, Names names) {
        this.session = session;
        this.millis = millis;
        this.history = new History(session.snapshot(), History.CAPACITY, names, millis.getAsLong());
        this.changes = session.changes().subscribe(this::accept);
    }

    private void accept(Change change) {
        boolean settled;
        synchronized (this) {
            history.accept(change.snapshot(), change.pace(), millis.getAsLong());
            settled = !history.isOpen();
        }
        if (settled) {
            moves.onNext(true);
        }
    }

    private synchronized Mark mark() {
        return new Mark(
                history.newest(), history.oldest(), history.cursor().id(), history.canUndo(), history.canRedo());
    }

    /** Goes so many steps on along the branch that was taken last, or back where they are negative; as far as there are any. */
    public void step(int steps) {
        go(locked(known -> known.step(steps)), Pace.NOW);
    }

    /**
     * Goes to an entry.
     *
     * @return whether it is kept
     */
    public boolean go(int id, Pace pace) {
        Optional<Entry> entry = locked(known -> known.go(id));
        go(entry, pace);
        return entry.isPresent();
    }

    /** The cursor moves first: the change then finds the history where it leads. */
    private void go(Optional<Entry> entry, Pace pace) {
        entry.ifPresent(target -> {
            Patch patch = target.state().since(session.snapshot());
            if (!patch.parameters().isEmpty()) {
                session.submit(patch, pace);
            }
            moves.onNext(true);
        });
    }

    private synchronized <T> T locked(Function<History, T> look) {
        return look.apply(history);
    }

    /** Where the history stands, at once and after each step; a slow subscriber misses those between. */
    public Flowable<Mark> marks() {
        // Moves may be announced out of order by racing threads; each announcement stands for how things are.
        return moves.map(move -> mark()).distinctUntilChanged().onBackpressureLatest();
    }

    /** The settled entries with an id above the given one, by id. */
    public List<Entry> after(int id) {
        return locked(known -> known.after(id));
    }

    /** The branch of the cursor from its first entry to its end. */
    public List<Entry> branch() {
        return locked(History::branch);
    }

    /** Stops listening; the entries stay. */
    @Override
    public void close() {
        changes.dispose();
        moves.onComplete();
    }
}
