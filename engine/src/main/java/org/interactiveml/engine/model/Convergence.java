package org.interactiveml.engine.model;

/**
 * How a solver ended.
 *
 * @param converged whether the optimality certificate holds
 * @param iterations steps taken; 0 for a direct solution
 * @param gap the certificate: the largest violation of the optimality conditions (or the duality gap, if larger), relative to
 *     the scale of the problem; never NaN
 * @param message one line for people
 */
public record Convergence(boolean converged, int iterations, double gap, String message) {}
