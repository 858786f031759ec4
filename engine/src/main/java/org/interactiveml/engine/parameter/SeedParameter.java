package org.interactiveml.engine.parameter;

/** The seed of one stream of random draws: a whole number from 0 to 2³² − 1. */
public record SeedParameter(String id, String label, Group group, Long defaultValue) implements Parameter<Long> {
    /** The greatest seed. */
    public static final long MAX = 0xFFFF_FFFFL;

    @Override
    public Long read(Object plain) {
        Number number = Numbers.of(plain);
        double value = number == null ? Double.NaN : number.doubleValue();
        if (!(value >= 0 && value <= MAX && value == Math.rint(value))) {
            throw refusal("a whole number between 0 and " + MAX, plain);
        }
        return (long) value;
    }

    @Override
    public Long parse(String text) {
        Number number = Numbers.parse(text);
        return read(number == null ? text : number);
    }

    @Override
    public Object write(Long value) {
        return value;
    }
}
