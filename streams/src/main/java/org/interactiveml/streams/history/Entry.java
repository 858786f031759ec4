package org.interactiveml.streams.history;

import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;

/**
 * A state in which a session came to rest.
 *
 * @param id rises from 0 in the order in which the entries were made
 * @param parent the entry that was changed into this one, which may not be kept any more; {@link #NONE} for the first
 * @param patch what sets the state apart from its parent's; nothing for the first entry
 * @param label what was changed, for people: {@code Degree 3 → 6}
 * @param millis when the hand came to rest
 */
public record Entry(int id, int parent, Snapshot state, Patch patch, String label, long millis) {
    /** The parent of the first entry. */
    public static final int NONE = -1;
}
