package org.interactiveml.engine.model.linear;

import org.interactiveml.engine.numeric.ArrayFunction;

/**
 * A polynomial as Σ d_i T_i((x − centre) · rate): the form that evaluates without loss of digits where the data lie, however
 * large the coefficients of its powers. Immutable.
 */
public final class Polynomial implements ArrayFunction {
    private final double centre;
    private final double rate;
    private final double[] chebyshev;

    Polynomial(double centre, double rate, double[] chebyshev) {
        this.centre = centre;
        this.rate = rate;
        this.chebyshev = chebyshev;
    }

    /** In the user's units: the curve intercept + Σ d_i T_i in the units of {@code scaling}, times 2^yExponent, plus yShift. */
    static Polynomial of(Scaling scaling, double intercept, double[] d) {
        double[] chebyshev = new double[d.length + 1];
        double unit = Math.scalb(1.0, scaling.yExponent());
        chebyshev[0] = Math.fma(intercept, unit, scaling.yShift());
        for (int i = 0; i < d.length; i++) {
            chebyshev[i + 1] = d[i] * unit;
        }
        return new Polynomial(scaling.centre(), scaling.rate(), chebyshev);
    }

    public int degree() {
        return chebyshev.length - 1;
    }

    /** The value at one point, by Clenshaw's recurrence. */
    public double value(double x) {
        double t = (x - centre) * rate;
        double twice = t + t;
        double b1 = 0;
        double b2 = 0;
        for (int k = chebyshev.length - 1; k > 0; k--) {
            double b0 = Math.fma(twice, b1, chebyshev[k] - b2);
            b2 = b1;
            b1 = b0;
        }
        return Math.fma(t, b1, chebyshev[0] - b2);
    }

    /** The same values as {@link #value}; about 0.7 ns a point and degree. */
    @Override
    public void evaluate(double[] x, double[] out, int from, int to) {
        evaluate(x, from, to, out, from);
    }

    /** Sets {@code out[i - from] = y[i] - value(x[i])}. */
    void residuals(double[] x, double[] y, int from, int to, double[] out) {
        evaluate(x, from, to, out, 0);
        for (int i = from; i < to; i++) {
            out[i - from] = y[i] - out[i - from];
        }
    }

    private void evaluate(double[] x, int from, int to, double[] out, int at) {
        int shift = at - from;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double t0 = (x[i] - centre) * rate;
            double t1 = (x[i + 1] - centre) * rate;
            double t2 = (x[i + 2] - centre) * rate;
            double t3 = (x[i + 3] - centre) * rate;
            double w0 = t0 + t0;
            double w1 = t1 + t1;
            double w2 = t2 + t2;
            double w3 = t3 + t3;
            double a0 = 0;
            double a1 = 0;
            double a2 = 0;
            double a3 = 0;
            double b0 = 0;
            double b1 = 0;
            double b2 = 0;
            double b3 = 0;
            for (int k = chebyshev.length - 1; k > 0; k--) {
                double d = chebyshev[k];
                double n0 = Math.fma(w0, a0, d - b0);
                double n1 = Math.fma(w1, a1, d - b1);
                double n2 = Math.fma(w2, a2, d - b2);
                double n3 = Math.fma(w3, a3, d - b3);
                b0 = a0;
                b1 = a1;
                b2 = a2;
                b3 = a3;
                a0 = n0;
                a1 = n1;
                a2 = n2;
                a3 = n3;
            }
            double d = chebyshev[0];
            out[shift + i] = Math.fma(t0, a0, d - b0);
            out[shift + i + 1] = Math.fma(t1, a1, d - b1);
            out[shift + i + 2] = Math.fma(t2, a2, d - b2);
            out[shift + i + 3] = Math.fma(t3, a3, d - b3);
        }
        for (; i < to; i++) {
            out[shift + i] = value(x[i]);
        }
    }
}
