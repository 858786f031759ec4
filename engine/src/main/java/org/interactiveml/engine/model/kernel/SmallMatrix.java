package org.interactiveml.engine.model.kernel;

/** Products of d×d matrices stored row by row, d = 2 or 3. The work array holds at least d² numbers. */
final class SmallMatrix {
    private SmallMatrix() {}

    /** v ← M v. */
    static void times(double[] m, double[] v, int d, double[] work) {
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += m[i * d + j] * v[j];
            }
            work[i] = sum;
        }
        System.arraycopy(work, 0, v, 0, d);
    }

    /** v ← Mᵀ v. */
    static void transposedTimes(double[] m, double[] v, int d, double[] work) {
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += m[j * d + i] * v[j];
            }
            work[i] = sum;
        }
        System.arraycopy(work, 0, v, 0, d);
    }

    /** S ← M S Mᵀ, for a symmetric S. */
    static void sandwich(double[] m, double[] s, int d, double[] work) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += m[i * d + k] * s[k * d + j];
                }
                work[i * d + j] = sum;
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += work[i * d + k] * m[j * d + k];
                }
                s[i * d + j] = sum;
                s[j * d + i] = sum;
            }
        }
    }

    /** S ← Mᵀ S M, for a symmetric S. */
    static void transposedSandwich(double[] m, double[] s, int d, double[] work) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += s[i * d + k] * m[k * d + j];
                }
                work[i * d + j] = sum;
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += m[k * d + i] * work[k * d + j];
                }
                s[i * d + j] = sum;
                s[j * d + i] = sum;
            }
        }
    }
}
