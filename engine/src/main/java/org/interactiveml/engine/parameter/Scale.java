package org.interactiveml.engine.parameter;

/** How a slider maps its length to values: equal differences, or equal ratios. */
public enum Scale {
    LINEAR,
    LOG
}
