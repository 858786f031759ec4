package org.interactiveml.engine.model.spline;

import org.interactiveml.engine.model.SortedRows;

/**
 * Rows of equal x joined to one, on scaled axes.
 *
 * @param origin the least x
 * @param rate 1 / range of x: t = (x − origin)·rate lies in [0, 1]
 * @param shift the mean of y
 * @param t ascending, each value once
 * @param z mean of y at t, less the shift
 * @param weight number of rows at t
 * @param within Σ(y − mean at t)², which no curve can explain
 * @param rows number of rows
 */
@SuppressWarnings("ArrayRecordComponent") // columns, shared by agreement
record DistinctRows(
        double origin, double rate, double shift, double[] t, double[] z, double[] weight, double within, int rows) {

    static DistinctRows of(SortedRows sorted) {
        double[] x = sorted.x();
        double[] y = sorted.y();
        double origin = x[0];
        double rate = 1 / sorted.range();
        double shift = sorted.meanY();
        int distinct = sorted.distinct();
        double[] t = new double[distinct];
        double[] z = new double[distinct];
        double[] weight = new double[distinct];
        double within = 0;
        int from = 0;
        for (int i = 0; i < distinct; i++) {
            int to = from;
            double sum = 0;
            while (to < x.length && x[to] == x[from]) {
                sum += y[to++] - shift;
            }
            t[i] = (x[from] - origin) * rate;
            weight[i] = to - from;
            z[i] = sum / weight[i];
            for (int k = from; k < to; k++) {
                double deviation = y[k] - shift - z[i];
                within += deviation * deviation;
            }
            from = to;
        }
        return new DistinctRows(origin, rate, shift, t, z, weight, within, x.length);
    }
}
