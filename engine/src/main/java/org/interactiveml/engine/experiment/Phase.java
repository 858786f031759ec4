package org.interactiveml.engine.experiment;

/** What a stage's time is booked under. */
public enum Phase {
    /** Making the rows. */
    DATA,
    /** From ready rows to scores: split, moments, cross-validation, fit, scores. */
    FIT,
    /** What the plots of the fit draw. */
    VIEW,
    /** Views that take many fits or passes over all rows: a frame goes out before them. */
    STUDY
}
