package org.interactiveml.engine.parameter;

/**
 * The values a numeric parameter takes.
 *
 * @param hardMin least valid value
 * @param hardMax greatest valid value
 * @param softMin left end of the slider, within the hard bounds
 * @param softMax right end of the slider, within the hard bounds
 * @param step distance of neighbouring slider positions; on a logarithmic scale, in decades
 * @param scale how the slider maps length to value
 * @param unit printed behind the value, empty for none
 */
public record Bounds(
        double hardMin, double hardMax, double softMin, double softMax, double step, Scale scale, String unit) {

    public Bounds {
        if (!(hardMin <= softMin && softMin < softMax && softMax <= hardMax && step > 0)) {
            throw new IllegalArgumentException("bounds must nest: hard [%s, %s], soft [%s, %s], step %s"
                    .formatted(hardMin, hardMax, softMin, softMax, step));
        }
        if (scale == Scale.LOG && softMin <= 0) {
            throw new IllegalArgumentException("a logarithmic scale needs positive soft bounds, not " + softMin);
        }
    }

    /** Valid from {@code min} to {@code max}, the slider showing all of it in steps of 1. */
    public static Bounds hard(double min, double max) {
        return new Bounds(min, max, min, max, 1, Scale.LINEAR, "");
    }

    /** The same validity with a slider from {@code min} to {@code max}. */
    public Bounds soft(double min, double max) {
        return new Bounds(hardMin, hardMax, min, max, step, scale, unit);
    }

    /** The same with another distance between slider positions. */
    public Bounds step(double newStep) {
        return new Bounds(hardMin, hardMax, softMin, softMax, newStep, scale, unit);
    }

    /** The same on a logarithmic slider with {@code positions} per decade; soft bounds must be positive. */
    public Bounds log(int positions) {
        return new Bounds(hardMin, hardMax, softMin, softMax, 1.0 / positions, Scale.LOG, unit);
    }

    /** The same with a unit to print. */
    public Bounds unit(String newUnit) {
        return new Bounds(hardMin, hardMax, softMin, softMax, step, scale, newUnit);
    }

    /** Whether {@code value} is valid; false for NaN. */
    public boolean admit(double value) {
        return value >= hardMin && value <= hardMax;
    }
}
