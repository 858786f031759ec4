package org.interactiveml.streams.session;

import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.run.Pace;

/**
 * A change that a session accepted.
 *
 * @param snapshot the state after it
 * @param patch what was submitted, the same object
 */
public record Change(Snapshot snapshot, Patch patch, Pace pace) {}
