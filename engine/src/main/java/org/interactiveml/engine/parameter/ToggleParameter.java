package org.interactiveml.engine.parameter;

/** Yes or no. */
public record ToggleParameter(String id, String label, Group group, Boolean defaultValue)
        implements Parameter<Boolean> {

    @Override
    public Boolean read(Object plain) {
        if (!(plain instanceof Boolean flag)) {
            throw refusal("true or false", plain);
        }
        return flag;
    }

    @Override
    public Boolean parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal("true or false", text);
        };
    }

    @Override
    public Object write(Boolean value) {
        return value;
    }
}
