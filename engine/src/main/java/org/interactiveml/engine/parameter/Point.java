package org.interactiveml.engine.parameter;

/**
 * A point that a person put somewhere.
 *
 * @param group the class it belongs to, 0 or 1; 0 where there are no classes
 */
public record Point(double x, double y, int group) {

    /** A point of no class. */
    public Point(double x, double y) {
        this(x, y, 0);
    }
}
