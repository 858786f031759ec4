package org.interactiveml.engine.model.linear;

/**
 * A linear regression on the standardised powers f₁ … f_p of x; the intercept is never penalised. n is the number of training
 * rows, b the coefficients of the standardised powers.
 */
public sealed interface LinearModel {

    /** Ordinary least squares: min ‖y − Fb‖². */
    record Ols() implements LinearModel {}

    /**
     * Ridge: min ‖y − Fb‖² + alpha ‖b‖².
     *
     * <p>Cross-validated, alpha is the one of 0.001, 0.01, 0.1, 1 with the largest mean R² over the folds, the first of equals.
     */
    record Ridge(Alpha alpha) implements LinearModel {}

    /**
     * Elastic net: min ‖y − Fb‖² / (2n) + alpha · (l1Ratio ‖b‖₁ + (1 − l1Ratio) ‖b‖² / 2); the LASSO has {@code l1Ratio} 1.
     *
     * <p>Cross-validated, alpha is the one of 20 values, logarithmically spaced from the smallest that makes all coefficients
     * zero down to a hundredth of it, with the least mean squared error over the folds, the largest of equals.
     *
     * @param l1Ratio in [0, 1]; 0 only with a fixed alpha
     */
    record ElasticNet(double l1Ratio, Alpha alpha) implements LinearModel {
        public ElasticNet {
            if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
                throw new IllegalArgumentException("l1.ratio must be between 0 and 1, not " + l1Ratio);
            }
        }
    }

    /** The LASSO: the elastic net without its quadratic part. */
    static ElasticNet lasso(Alpha alpha) {
        return new ElasticNet(1, alpha);
    }
}
