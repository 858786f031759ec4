package org.interactiveml.engine.model;

import java.util.Optional;
import org.interactiveml.engine.numeric.ArrayFunction;
import org.interactiveml.engine.numeric.Cancellation;

/** A fitted curve of one variable. Immutable, thread-safe. */
public interface Curve extends ArrayFunction {

    /**
     * How sure the model is at each x, where it can tell.
     *
     * @param confidence probability that an interval is meant to cover, as 0.95
     */
    Optional<Band> band(double[] x, double confidence, Cancellation cancellation);

    /**
     * Half widths of intervals about the curve, in units of y.
     *
     * @param curve for the curve itself
     * @param point for one new observation, noise included
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, shared by agreement
    record Band(double[] curve, double[] point) {}
}
