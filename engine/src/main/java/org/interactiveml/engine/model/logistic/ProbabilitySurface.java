package org.interactiveml.engine.model.logistic;

import org.interactiveml.engine.data.Range;

/**
 * The probability of class 1 over a grid of the first two features; any further features are held at their training means.
 *
 * @param x1 centres of the columns of cells
 * @param x2 centres of the rows of cells
 * @param probabilities row by row: at (x1[i], x2[j]) it is {@code probabilities[j·x1.length + i]}
 */
public record ProbabilitySurface(double[] x1, double[] x2, double[] probabilities) {

    /**
     * Evaluates a fit at the centres of {@code cells}×{@code cells} cells that fill both ranges.
     *
     * <p>In each row of the grid the log-odds are a polynomial in x1 alone, so that a cell costs one multiply-add per degree and one
     * exponential.
     */
    public static ProbabilitySurface of(LogisticFit fit, Range range1, Range range2, int cells) {
        double[] x1 = centres(range1, cells);
        double[] x2 = centres(range2, cells);
        double[][] byPowers = byPowers(fit);
        int degree = byPowers.length - 1;
        double[] values = new double[cells * cells];
        for (int j = 0; j < cells; j++) {
            int row = j * cells;
            for (int a = degree; a >= 0; a--) {
                double coefficient = horner(byPowers[a], x2[j]);
                for (int i = 0; i < cells; i++) {
                    values[row + i] = values[row + i] * x1[i] + coefficient;
                }
            }
        }
        Logistic.probabilities(values, values, 0, values.length);
        return new ProbabilitySurface(x1, x2, values);
    }

    // The coefficient of x1^a · x2^b at [a][b].
    private static double[][] byPowers(LogisticFit fit) {
        Monomials monomials = fit.design().monomials();
        int degree = monomials.degree();
        double[][] byPowers = new double[degree + 1][degree + 1];
        byPowers[0][0] = fit.coefficients()[0];
        for (int j = 0; j < monomials.size(); j++) {
            double coefficient = fit.coefficients()[j + 1];
            for (int k = 2; k < monomials.features(); k++) {
                for (int power = monomials.power(j, k); power > 0; power--) {
                    coefficient *= fit.design().featureMean(k);
                }
            }
            byPowers[monomials.power(j, 0)][monomials.power(j, 1)] += coefficient;
        }
        return byPowers;
    }

    private static double horner(double[] coefficients, double x) {
        double value = 0;
        for (int b = coefficients.length - 1; b >= 0; b--) {
            value = value * x + coefficients[b];
        }
        return value;
    }

    private static double[] centres(Range range, int cells) {
        double[] centres = new double[cells];
        for (int i = 0; i < cells; i++) {
            centres[i] = range.min() + (range.max() - range.min()) * (i + 0.5) / cells;
        }
        return centres;
    }
}
