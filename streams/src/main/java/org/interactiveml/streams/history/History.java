package org.interactiveml.streams.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;
import org.jspecify.annotations.Nullable;

/**
 * The states of a session as a tree, with a cursor at the present one. A change after an undo begins a branch; nothing is lost
 * by it. Entries are kept whole, so that going to any of them costs the same: undoing 500 steps is 500 moves of the cursor.
 *
 * <p>While a control is dragged its entry stays open: each movement replaces the one before, and only where the hand comes to
 * rest counts. A movement that ends where it began leaves no entry. Arriving at a state that was reached from here before (by
 * a replay, say) leads to the entry that is there, not to another one.
 *
 * <p>At most {@code capacity} entries are kept, the oldest ones go. Not thread-safe.
 */
public final class History {
    /** What a page keeps: a few megabytes at most. */
    public static final int CAPACITY = 10_000;

    private final int capacity;
    private final Labels labels;
    private final TreeMap<Integer, Node> nodes = new TreeMap<>();
    private Node cursor;
    private boolean open;
    private int made;

    private static final class Node {
        private Entry entry;
        private @Nullable Node parent;
        private final List<Node> children = new ArrayList<>(1);

        /** Where redo leads: the branch that was taken last. */
        private @Nullable Node next;

        Node(Entry entry, @Nullable Node parent) {
            this.entry = entry;
            this.parent = parent;
        }
    }

    /**
     * A history of one entry.
     *
     * @param names what entries are called with
     * @param millis the time
     */
    public History(Snapshot start, int capacity, Names names, long millis) {
        this.capacity = capacity;
        this.labels = new Labels(names);
        this.cursor = new Node(new Entry(0, Entry.NONE, start, Patch.empty(), names.start(), millis), null);
        nodes.put(0, cursor);
        made = 1;
    }

    /** A session has accepted a change that led to this state. Does nothing where the cursor is at that state already. */
    public void accept(Snapshot state, Pace pace, long millis) {
        if (open && !continues(state)) {
            close();
        }
        if (!state.since(cursor.entry.state()).parameters().isEmpty()) {
            if (open) {
                cursor.entry = entry(cursor.entry.id(), cursor.parent, state, millis);
            } else {
                advance(state, millis);
            }
        }
        if (pace == Pace.NOW) {
            close();
        }
    }

    /** Whether a state differs from the open entry only in what that entry changes. */
    private boolean continues(Snapshot state) {
        Entry entry = cursor.entry;
        Patch since = state.since(entry.state());
        Node parent = cursor.parent;
        return entry.patch().parameters().containsAll(since.parameters())
                || (parent != null && same(cursor, parent) && since.parameters().size() == 1);
    }

    private void advance(Snapshot state, long millis) {
        Node node = new Node(entry(made, cursor, state, millis), cursor);
        made++;
        nodes.put(node.entry.id(), node);
        cursor.children.add(node);
        visit(node);
        open = true;
        if (nodes.size() > capacity) {
            forget(nodes.firstEntry().getValue());
        }
    }

    private Entry entry(int id, @Nullable Node parent, Snapshot state, long millis) {
        Snapshot before = parent == null ? state : parent.entry.state();
        int parentId = parent == null ? Entry.NONE : parent.entry.id();
        Patch patch = state.since(before);
        return new Entry(id, parentId, state, patch, labels.of(before, patch, state), millis);
    }

    private void forget(Node oldest) {
        nodes.remove(oldest.entry.id());
        for (Node child : oldest.children) {
            child.parent = null;
        }
    }

    private void visit(Node node) {
        cursor = node;
        Node at = node;
        for (Node above = at.parent; above != null; above = at.parent) {
            above.next = at;
            at = above;
        }
    }

    /** The hand came to rest: from now on the entry that it changed stays as it is. */
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        Node node = cursor;
        Node parent = Objects.requireNonNull(node.parent, "an entry that opens has a parent");
        if (node.entry.patch().parameters().isEmpty()) {
            remove(node, parent);
            parent.next = parent.children.isEmpty() ? null : parent.children.getLast();
            cursor = parent;
            return;
        }
        for (Node twin : parent.children) {
            if (twin != node && same(node, twin)) {
                remove(node, parent);
                visit(twin);
                return;
            }
        }
    }

    private static boolean same(Node one, Node other) {
        return one.entry.state().since(other.entry.state()).parameters().isEmpty();
    }

    private void remove(Node node, Node parent) {
        nodes.remove(node.entry.id());
        parent.children.remove(node);
    }

    /**
     * Moves the cursor so many steps on, along the branch that was taken last, or back where they are negative; as far as there
     * are any, and empty where there are none.
     */
    public Optional<Entry> step(int steps) {
        close();
        Node target = cursor;
        for (int left = Math.abs(steps); left > 0; left--) {
            Node beside = steps < 0 ? target.parent : target.next;
            if (beside == null) {
                break;
            }
            target = beside;
        }
        return target == cursor ? Optional.empty() : Optional.of(move(target));
    }

    /** Moves the cursor to any entry; empty where it is not kept any more. */
    public Optional<Entry> go(int id) {
        close();
        return Optional.ofNullable(nodes.get(id)).map(this::move);
    }

    private Entry move(Node node) {
        visit(node);
        return node.entry;
    }

    /** The entry that the session is at. It may still change while {@linkplain #isOpen() open}. */
    public Entry cursor() {
        return cursor.entry;
    }

    /** Whether a control is being moved. */
    public boolean isOpen() {
        return open;
    }

    public boolean canUndo() {
        return cursor.parent != null;
    }

    public boolean canRedo() {
        return cursor.next != null;
    }

    /** The settled entries with an id above the given one, by id. */
    public List<Entry> after(int id) {
        return nodes.tailMap(id, false).values().stream()
                .filter(node -> !open || node != cursor)
                .map(node -> node.entry)
                .toList();
    }

    /** The newest settled entry, by id. */
    public int newest() {
        return open ? nodes.lowerKey(cursor.entry.id()) : nodes.lastKey();
    }

    /** The oldest entry that is kept, by id. */
    public int oldest() {
        return nodes.firstKey();
    }

    /** The branch of the cursor from its first entry to its end, as undo and redo walk it. */
    public List<Entry> branch() {
        List<Entry> branch = new ArrayList<>();
        for (Node at = cursor; at != null; at = at.parent) {
            branch.add(at.entry);
        }
        Collections.reverse(branch);
        for (Node at = cursor.next; at != null; at = at.next) {
            branch.add(at.entry);
        }
        return branch;
    }
}
