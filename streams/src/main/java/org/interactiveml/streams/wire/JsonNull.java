package org.interactiveml.streams.wire;

/** What {@code null} in a JSON text is read as: a value of its own, so that maps and lists never hold a Java null. */
public enum JsonNull {
    /** The only one. */
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
