package org.interactiveml.engine.parameter;

/**
 * One control of an experiment: a name, a type, a default and what is valid.
 *
 * <p>A parameter also owns its codec. A <em>plain</em> value is what JSON holds: {@link Long}, {@link Double}, {@link String},
 * {@link Boolean}, or a list or map of these; <em>text</em> is what a URL or a command line holds. Writing a value and reading it back gives an equal
 * value. Implementations are immutable.
 *
 * @param <T> the type of its values, immutable, with a meaningful {@code equals}
 */
public sealed interface Parameter<T>
        permits IntegerParameter,
                RealParameter,
                ChoiceParameter,
                ToggleParameter,
                SeedParameter,
                FormulaParameter,
                ValuesParameter,
                PointsParameter,
                DatasetParameter {

    /** Unique within its experiment, dotted lower case: {@code noise.magnitude}. */
    String id();

    /** What a person reads beside the control. */
    String label();

    /** Where it stands on a page. */
    Group group();

    /** The value until somebody changes it; always valid. */
    T defaultValue();

    /**
     * Reads and validates a plain value.
     *
     * @throws InvalidInputException naming this parameter, the rule and the value
     */
    T read(Object plain);

    /**
     * Reads and validates text.
     *
     * @throws InvalidInputException naming this parameter, the rule and the value
     */
    T parse(String text);

    /** The plain form of a valid value. */
    Object write(T value);

    /** The text form of a valid value. */
    default String text(T value) {
        return write(value).toString();
    }

    /** The refusal of a value that breaks {@code rule}: {@code degree must be between 1 and 30, not 99}. */
    default InvalidInputException refusal(String rule, Object value) {
        String shown = value instanceof String text ? "\"" + abridged(text) + "\"" : abridged(String.valueOf(value));
        return new InvalidInputException(id(), id() + " must be " + rule + ", not " + shown);
    }

    private static String abridged(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
