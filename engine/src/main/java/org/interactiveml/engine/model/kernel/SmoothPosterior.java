package org.interactiveml.engine.model.kernel;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.DenseCholesky;

/**
 * An RBF process given its rows: the mean is a sum of bells at the nodes.
 *
 * @param factor U with UᵀU = R K Rᵀ + δI
 * @param weights of the bells
 */
@SuppressWarnings("ArrayRecordComponent") // shared by agreement
record SmoothPosterior(
        NodeBasis basis,
        double lengthScale,
        double[] factor,
        double[] weights,
        double quadraticForm,
        double logDeterminant,
        double effectiveDegreesOfFreedom)
        implements Posterior {

    @Override
    public void mean(double[] x, double[] out, int from, int to) {
        double[] nodes = basis.nodes();
        double[] exponents = new double[nodes.length];
        double[] values = new double[nodes.length];
        for (int i = from; i < to; i++) {
            SmoothProcess.rbf(x[i], nodes, lengthScale, exponents, values, nodes.length);
            double sum = 0;
            for (int j = 0; j < nodes.length; j++) {
                sum += weights[j] * values[j];
            }
            out[i] = sum;
        }
    }

    @Override
    public void variance(double[] x, double[] out, Cancellation cancellation) {
        int m = basis.size();
        int count = x.length;
        double[] known = new double[m * count]; // R k(nodes, x), one column for each x
        double[] exponents = new double[count];
        double[] line = new double[count];
        for (int j = 0; j < m; j++) {
            cancellation.check();
            SmoothProcess.rbf(basis.nodes()[j], x, lengthScale, exponents, line, count);
            for (int l = 0; l <= j; l++) {
                double factorOfNode = basis.r()[l * m + j];
                for (int i = 0; i < count && factorOfNode != 0; i++) {
                    known[l * count + i] += factorOfNode * line[i];
                }
            }
        }
        DenseCholesky.forward(factor, m, known, count, cancellation);
        for (int i = 0; i < count; i++) {
            double left = 1;
            for (int j = 0; j < m; j++) {
                left -= known[j * count + i] * known[j * count + i];
            }
            out[i] = Math.max(0, left);
        }
    }
}
