package org.interactiveml.streams.run;

/** How a change comes in. */
public enum Pace {
    /** One of many while a control moves: it may wait, and is computed as a draft. */
    DRAG,
    /** Typed values, key presses, presets, replay, undo, the release of a slider: no wait. */
    NOW
}
