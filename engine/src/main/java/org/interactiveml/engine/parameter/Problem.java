package org.interactiveml.engine.parameter;

/**
 * One thing that is wrong with an input, in a line a user can act on.
 *
 * @param subject the parameter's id, or whatever else is to blame
 * @param message a whole sentence part naming thing, rule and value: {@code degree must be between 1 and 30, not 99}
 */
public record Problem(String subject, String message) {
    @Override
    public String toString() {
        return message;
    }
}
