package org.interactiveml.engine.view;

import org.interactiveml.engine.parameter.Scale;

/** One axis of a plot: what it measures, unit included, and how its values are spread. */
public record Axis(String label, Scale scale) {

    /** An axis of equal steps. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /** An axis of equal factors; its values are positive. */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG);
    }
}
