package org.interactiveml.engine.evaluate;

/**
 * How many rows of each class were predicted to be of which; "negative" is class 0.
 *
 * @param trueNegatives rows of class 0 predicted as 0
 * @param falsePositives rows of class 0 predicted as 1
 * @param falseNegatives rows of class 1 predicted as 0
 * @param truePositives rows of class 1 predicted as 1
 */
public record Confusion(int trueNegatives, int falsePositives, int falseNegatives, int truePositives) {

    /**
     * Counts rows; class 1 is predicted where the score is above 0.
     *
     * @param scores one per row, such as log-odds
     * @param labels 0 or 1 for each row
     */
    public static Confusion of(double[] scores, double[] labels) {
        int[] counts = new int[4];
        for (int i = 0; i < scores.length; i++) {
            counts[(labels[i] > 0 ? 2 : 0) + (scores[i] > 0 ? 1 : 0)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    /** The number of rows. */
    public int rows() {
        return trueNegatives + falsePositives + falseNegatives + truePositives;
    }

    /** The part of the rows that were predicted rightly; NaN without rows. */
    public double accuracy() {
        return rows() == 0 ? Double.NaN : (double) (trueNegatives + truePositives) / rows();
    }

    /** The counts, a row for each true class and a column for each predicted one. */
    public double[][] matrix() {
        return new double[][] {{trueNegatives, falsePositives}, {falseNegatives, truePositives}};
    }
}
