package org.interactiveml.engine.parameter;

/** Where a parameter stands on a page: what makes the data, what makes the model, or what is drawn. */
public enum Group {
    DATA,
    MODEL,
    VIEW
}
