package org.interactiveml.engine.experiment;

/** How much work an expensive stage may do: a draft while a control moves, everything at rest. */
public enum Fidelity {
    DRAFT,
    FULL
}
