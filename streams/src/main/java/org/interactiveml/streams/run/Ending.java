package org.interactiveml.streams.run;

/** What became of an accepted change. */
public enum Ending {
    /** A complete frame with its values went out. */
    RUN,
    /** A newer change took its place before it was run. */
    SUPERSEDED,
    /** Its run was stopped by a newer change, or the session was closed first. */
    CANCELLED,
    /** A complete frame went out in which a stage failed. */
    FAILED
}
