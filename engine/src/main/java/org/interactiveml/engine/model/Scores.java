package org.interactiveml.engine.model;

/**
 * How well predictions agree with one part of the data.
 *
 * @param rows the number of rows of the part
 * @param r2 R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)², NaN where it is not defined; {@code r2Undefined} then says why
 * @param rmse √(Σ(y − ŷ)² / rows) in units of y, NaN for an empty part
 * @param residualSumOfSquares Σ(y − ŷ)²
 * @param r2Undefined the reason, or the empty string
 */
public record Scores(int rows, double r2, double rmse, double residualSumOfSquares, String r2Undefined) {

    /**
     * Makes the scores of a part from its sums of squares.
     *
     * @param what name of the part in messages, as "test"
     * @param totalSumOfSquares Σ(y − ȳ)² about the part's own mean; exactly 0 for a constant y
     */
    public static Scores of(String what, int rows, double residualSumOfSquares, double totalSumOfSquares) {
        if (rows == 0) {
            return new Scores(0, Double.NaN, Double.NaN, 0, "R² needs at least 2 " + what + " rows, not 0");
        }
        double rmse = Math.sqrt(residualSumOfSquares / rows);
        if (rows < 2) {
            return new Scores(
                    rows, Double.NaN, rmse, residualSumOfSquares, "R² needs at least 2 " + what + " rows, not " + rows);
        }
        if (totalSumOfSquares == 0) {
            return new Scores(
                    rows,
                    Double.NaN,
                    rmse,
                    residualSumOfSquares,
                    "R² needs values of y that differ, and all " + rows + " " + what + " values are equal");
        }
        return new Scores(rows, 1 - residualSumOfSquares / totalSumOfSquares, rmse, residualSumOfSquares, "");
    }
}
