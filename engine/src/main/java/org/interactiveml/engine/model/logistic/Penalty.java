package org.interactiveml.engine.model.logistic;

/**
 * What large weights cost: {@code l1 · ‖w‖₁ + l2/2 · ‖w‖²} is added to the sum of the rows' losses. The intercept is free.
 *
 * <p>scikit-learn's {@code C} weighs the loss instead; dividing its objective by C gives the factors here.
 *
 * @param l1 at least 0
 * @param l2 at least 0
 */
public record Penalty(double l1, double l2) {
    public Penalty {
        if (!(l1 >= 0 && l2 >= 0)) {
            throw new IllegalArgumentException("penalties must be at least 0, not " + l1 + " and " + l2);
        }
    }

    /** Weights cost nothing. */
    public static Penalty none() {
        return new Penalty(0, 0);
    }

    /** {@code penalty="l1"}. */
    public static Penalty lasso(double c) {
        return new Penalty(1 / c, 0);
    }

    /** {@code penalty="l2"}. */
    public static Penalty ridge(double c) {
        return new Penalty(0, 1 / c);
    }

    /** {@code penalty="elasticnet"}. */
    public static Penalty elasticNet(double c, double l1Ratio) {
        return new Penalty(l1Ratio / c, (1 - l1Ratio) / c);
    }

    /** Whether weights cost nothing. */
    public boolean isNone() {
        return l1 == 0 && l2 == 0;
    }
}
