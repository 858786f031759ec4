package org.interactiveml.engine.parameter;

/** A whole number within bounds, shown as a slider. */
public record IntegerParameter(String id, String label, Group group, Integer defaultValue, Bounds bounds)
        implements Parameter<Integer> {

    public IntegerParameter {
        if (!bounds.admit(defaultValue)) {
            throw new IllegalArgumentException(id + " has a default out of its bounds: " + defaultValue);
        }
    }

    @Override
    public Integer read(Object plain) {
        Number number = Numbers.of(plain);
        if (number == null || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw refusal("a whole number", plain);
        }
        if (!bounds.admit(number.doubleValue())) {
            throw refusal(rule(), plain);
        }
        return number.intValue();
    }

    @Override
    public Integer parse(String text) {
        Number number = Numbers.parse(text);
        return read(number == null ? text : number);
    }

    @Override
    public Object write(Integer value) {
        return value.longValue();
    }

    private String rule() {
        return "between " + Numbers.format(bounds.hardMin()) + " and " + Numbers.format(bounds.hardMax());
    }
}
