package org.interactiveml.engine.view;

import org.interactiveml.engine.parameter.Scale;

/**
 * One axis of a plot.
 *
 * @param label what it measures, unit included
 * @param scale how its values are spread
 * @param whole whether its values are counts, between which there is nothing to name
 */
public record Axis(String label, Scale scale, boolean whole) {

    /** An axis of equal steps. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, false);
    }

    /** An axis of whole numbers in equal steps. */
    public static Axis whole(String label) {
        return new Axis(label, Scale.LINEAR, true);
    }

    /** An axis of equal factors; its values are positive. */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG, false);
    }
}
