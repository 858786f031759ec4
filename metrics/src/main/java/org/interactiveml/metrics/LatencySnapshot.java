package org.interactiveml.metrics;

/**
 * What a timer recorded over a stretch of time.
 *
 * @param count how many recordings
 * @param perSecond how many per second
 * @param p50Millis half of them took at most so long, in milliseconds; NaN where there were none
 * @param p95Millis as {@code p50Millis}, for 95 %
 * @param p99Millis as {@code p50Millis}, for 99 %
 */
public record LatencySnapshot(long count, double perSecond, double p50Millis, double p95Millis, double p99Millis) {

    /**
     * Reads quantiles off a histogram, linearly within a bucket as PromQL's {@code histogram_quantile} does; beyond the last
     * bound, that bound.
     *
     * @param bounds upper bounds of the buckets in milliseconds, rising: n values
     * @param counts recordings up to each bound, then all: n + 1 values
     */
    static LatencySnapshot of(double[] bounds, double[] counts, double seconds) {
        double all = counts[counts.length - 1];
        return new LatencySnapshot(
                Math.round(all),
                all / seconds,
                quantile(0.50, bounds, counts),
                quantile(0.95, bounds, counts),
                quantile(0.99, bounds, counts));
    }

    private static double quantile(double part, double[] bounds, double[] counts) {
        double wanted = part * counts[counts.length - 1];
        if (!(wanted > 0)) {
            return Double.NaN;
        }
        double lower = 0;
        double below = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (counts[i] >= wanted) {
                return lower + (bounds[i] - lower) * (wanted - below) / (counts[i] - below);
            }
            lower = bounds[i];
            below = counts[i];
        }
        return lower;
    }
}
