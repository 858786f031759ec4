package org.interactiveml.engine.parameter;

/** A finite real number within bounds, shown as a slider. */
public record RealParameter(String id, String label, Group group, Double defaultValue, Bounds bounds)
        implements Parameter<Double> {

    public RealParameter {
        if (!bounds.admit(defaultValue)) {
            throw new IllegalArgumentException(id + " has a default out of its bounds: " + defaultValue);
        }
    }

    @Override
    public Double read(Object plain) {
        Number number = Numbers.of(plain);
        if (number == null) {
            throw refusal("a number", plain);
        }
        double value = number.doubleValue();
        if (!bounds.admit(value)) {
            throw refusal(
                    "between " + Numbers.format(bounds.hardMin()) + " and " + Numbers.format(bounds.hardMax()), plain);
        }
        return value + 0.0; // one zero: -0.0 and 0.0 are the same setting
    }

    @Override
    public Double parse(String text) {
        Number number = Numbers.parse(text);
        return read(number == null ? text : number);
    }

    @Override
    public Object write(Double value) {
        return value;
    }
}
