package org.interactiveml.engine.model.spline;

/**
 * What one side of the data says about value g and slope g′ of a smoothing spline at a point: a 2×2 matrix Λ and a vector η, the
 * inverse covariance and that times the mean. Knowing nothing is Λ = 0, so no prior is needed where the data begin.
 *
 * <p>Moving away from the data by Δ, with M = Φ⁻ᵀ Λ Φ⁻¹, Φ = [1 Δ; 0 1] and Q = [Δ³/3 Δ²/2; Δ²/2 Δ] / λ:
 * Λ ← (I + M Q)⁻¹ M. Every sum in it has terms of one sign, so points that nearly coincide lose no digits. Source: J. Durbin,
 * S. Koopman, "Time Series Analysis by State Space Methods", 2nd ed., ch. 3 and 5. A workspace, for one thread.
 */
final class Information {
    double l11;
    double l12;
    double l22;
    double e1;
    double e2;

    /** Forgets everything. */
    void clear() {
        l11 = 0;
        l12 = 0;
        l22 = 0;
        e1 = 0;
        e2 = 0;
    }

    /** Takes an observation of the value, of variance 1 / weight. */
    void observe(double y, double weight) {
        l11 += weight;
        e1 += weight * y;
    }

    /** Moves on by delta ≥ 0, away from the data. */
    void move(double delta, double lambda) {
        double m11 = l11;
        double m12 = l12 - delta * l11;
        double m22 = l22 - delta * (l12 + m12);
        double n1 = e1;
        double n2 = e2 - delta * e1;
        double q22 = delta / lambda;
        double q12 = 0.5 * delta * q22;
        double q11 = delta * delta * q22 / 3;
        double determinant = l11 * l22 - l12 * l12;
        double a11 = 1 + m11 * q11 + m12 * q12;
        double a12 = m11 * q12 + m12 * q22;
        double a21 = m12 * q11 + m22 * q12;
        double a22 = 1 + m12 * q12 + m22 * q22;
        double scale = 1 / (1 + m11 * q11 + 2 * m12 * q12 + m22 * q22 + determinant * delta * delta * q22 * q22 / 12);
        l11 = (m11 + determinant * q22) * scale;
        l12 = (m12 - determinant * q12) * scale;
        l22 = (m22 + determinant * q11) * scale;
        e1 = (a22 * n1 - a12 * n2) * scale;
        e2 = (a11 * n2 - a21 * n1) * scale;
    }

    /** Writes the five numbers. */
    void store(double[] to, int at) {
        to[at] = l11;
        to[at + 1] = l12;
        to[at + 2] = l22;
        to[at + 3] = e1;
        to[at + 4] = e2;
    }

    /** Reads the five numbers. */
    void load(double[] from, int at) {
        l11 = from[at];
        l12 = from[at + 1];
        l22 = from[at + 2];
        e1 = from[at + 3];
        e2 = from[at + 4];
    }

    /** Adds what the other side says, whose slope counts in the other direction. */
    void join(Information mirrored) {
        l11 += mirrored.l11;
        l12 -= mirrored.l12;
        l22 += mirrored.l22;
        e1 += mirrored.e1;
        e2 -= mirrored.e2;
    }

    /** The variance of the value, in units of the noise variance; needs two points at least. */
    double variance() {
        return l22 / (l11 * l22 - l12 * l12);
    }

    /** The value. */
    double value() {
        return (l22 * e1 - l12 * e2) / (l11 * l22 - l12 * l12);
    }
}
