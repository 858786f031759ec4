package org.interactiveml.engine.model.linear;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A polynomial fitted by the textbook's normal equations in 1, x, x² …, with so many digits that nothing shows of what is lost
 * on the way: some eighty of them at degree 30.
 */
final class LeastSquaresInManyDigits {
    private static final MathContext DIGITS = new MathContext(110);

    private final BigDecimal[] coefficients;

    LeastSquaresInManyDigits(double[] x, double[] y, int degree) {
        int size = degree + 1;
        BigDecimal[] powerSums = zeros(2 * degree + 1);
        BigDecimal[] right = zeros(size);
        for (int i = 0; i < x.length; i++) {
            BigDecimal base = new BigDecimal(x[i]);
            BigDecimal response = new BigDecimal(y[i]);
            BigDecimal power = BigDecimal.ONE;
            for (int k = 0; k <= 2 * degree; k++) {
                powerSums[k] = powerSums[k].add(power, DIGITS);
                if (k <= degree) {
                    right[k] = right[k].add(power.multiply(response, DIGITS), DIGITS);
                }
                power = power.multiply(base, DIGITS);
            }
        }
        BigDecimal[][] matrix = new BigDecimal[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = powerSums[i + j];
            }
        }
        coefficients = eliminated(matrix, right);
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static BigDecimal[] eliminated(BigDecimal[][] matrix, BigDecimal[] right) {
        int size = right.length;
        for (int k = 0; k < size; k++) {
            for (int i = k + 1; i < size; i++) {
                BigDecimal factor = matrix[i][k].divide(matrix[k][k], DIGITS);
                for (int j = k + 1; j < size; j++) {
                    matrix[i][j] = matrix[i][j].subtract(factor.multiply(matrix[k][j], DIGITS), DIGITS);
                }
                right[i] = right[i].subtract(factor.multiply(right[k], DIGITS), DIGITS);
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int j = k + 1; j < size; j++) {
                right[k] = right[k].subtract(matrix[k][j].multiply(right[j], DIGITS), DIGITS);
            }
            right[k] = right[k].divide(matrix[k][k], DIGITS);
        }
        return right;
    }

    /** Those of 1, x … x^degree, rounded. */
    double[] coefficients() {
        return Arrays.stream(coefficients).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** Mean squared error on other rows. */
    double meanSquaredError(double[] x, double[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            BigDecimal base = new BigDecimal(x[i]);
            BigDecimal curve = BigDecimal.ZERO;
            for (int k = coefficients.length - 1; k >= 0; k--) {
                curve = curve.multiply(base, DIGITS).add(coefficients[k], DIGITS);
            }
            sum = sum.add(curve.subtract(new BigDecimal(y[i])).pow(2, DIGITS), DIGITS);
        }
        return sum.divide(BigDecimal.valueOf(x.length), DIGITS).doubleValue();
    }
}
