package org.interactiveml.engine.model.linear;

/**
 * ŷ = yMean + 2^yExponent · (intercept + Σ b_j f_j) of the standardised features: the form that evaluates accurately wherever
 * the features lie. Immutable and thread-safe.
 */
public final class LinearFunction {
    private final FeatureScaling scaling;
    private final double intercept;
    private final double[] b;

    /**
     * @param intercept in units of z, about 0
     * @param b copied
     */
    LinearFunction(FeatureScaling scaling, double intercept, double[] b) {
        this.scaling = scaling;
        this.intercept = intercept;
        this.b = b.clone();
    }

    /**
     * Sets {@code out[i]} to the prediction for row {@code rows[i]}.
     *
     * @param features one column per feature
     */
    public void predict(double[][] features, int[] rows, double[] out) {
        double unit = scaling.yUnit();
        for (int i = 0; i < rows.length; i++) {
            double sum = intercept;
            for (int j = 0; j < b.length; j++) {
                sum += b[j] * ((features[j][rows[i]] - scaling.mean()[j]) * scaling.rate()[j]);
            }
            out[i] = scaling.yMean() + unit * sum;
        }
    }

    /**
     * Sets {@code residual[i]} to z − ẑ of row {@code from + i}.
     *
     * @param residual at least {@code to - from} long
     */
    void residuals(double[][] features, double[] y, int from, int to, double[] residual) {
        double yRate = scaling.yRate();
        for (int i = from; i < to; i++) {
            residual[i - from] = (y[i] - scaling.yMean()) * yRate - intercept;
        }
        for (int j = 0; j < b.length; j++) {
            if (b[j] != 0) {
                double[] x = features[j];
                double mean = scaling.mean()[j];
                double slope = b[j] * scaling.rate()[j];
                for (int i = from; i < to; i++) {
                    residual[i - from] -= slope * (x[i] - mean);
                }
            }
        }
    }

    /** b in the user's units of y: what one standard deviation of each feature changes. */
    double[] standardized() {
        double[] standardized = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            standardized[j] = scaling.yUnit() * b[j];
        }
        return standardized;
    }

    /** The constant, then the slope of each feature, in the user's units. */
    double[] coefficients() {
        double[] coefficients = new double[b.length + 1];
        double constant = scaling.yMean() + scaling.yUnit() * intercept;
        for (int j = 0; j < b.length; j++) {
            double slope = scaling.yUnit() * b[j] * scaling.rate()[j];
            coefficients[j + 1] = slope;
            constant -= slope * scaling.mean()[j];
        }
        coefficients[0] = constant;
        return coefficients;
    }
}
