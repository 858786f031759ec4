package org.interactiveml.engine.data;

/** How two classes lie in the plane. */
public enum Shape {
    /** On the two sides of the line 1.5·x1 − 2·x2 = 0. */
    LINEAR("Straight line"),
    /** Two half circles that reach into each other. */
    MOONS("Moons"),
    /** A circle within another one. */
    CIRCLES("Circles"),
    /** Opposite quarters of the square alike. */
    XOR("Opposite quarters"),
    /** Two clouds. */
    BLOBS("Two clouds");

    private final String label;

    Shape(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
