package org.interactiveml.engine.numeric;

/** A real function of one variable, evaluated over arrays. */
@FunctionalInterface
public interface ArrayFunction {
    /**
     * Sets {@code out[i] = f(x[i])} for {@code from <= i < to}; touches nothing else.
     *
     * <p>Must be safe for concurrent calls on disjoint ranges. A value outside the function's domain is NaN, not an exception.
     */
    void evaluate(double[] x, double[] out, int from, int to);
}
