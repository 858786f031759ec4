package org.interactiveml.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Cholesky}, {@link DenseCholesky} and {@link Tridiagonal} against Commons Math. */
class DenseMatrixTest {
    private static final Cancellation NEVER = new Cancellation();

    private static RealMatrix positive(int n) {
        SplittableRandom random = new SplittableRandom(n);
        RealMatrix root = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                root.setEntry(i, j, random.nextGaussian());
            }
        }
        return root.multiply(root.transpose());
    }

    private static double[] flat(RealMatrix matrix) {
        int n = matrix.getRowDimension();
        double[] flat = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix.getRow(i), 0, flat, i * n, n);
        }
        return flat;
    }

    private static double[] ramp(int n) {
        double[] ramp = new double[n];
        for (int i = 0; i < n; i++) {
            ramp[i] = 1 + i % 5;
        }
        return ramp;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 31, 64, 101})
    void solutionDeterminantAndTraceAreThoseOfCommonsMath(int n) {
        RealMatrix a = positive(n).add(MatrixUtils.createRealIdentityMatrix(n));
        CholeskyDecomposition expected = new CholeskyDecomposition(a);
        double[] u = flat(a);

        assertThat(DenseCholesky.factor(u, n, NEVER)).isTrue();
        assertThat(DenseCholesky.logDeterminant(u, n))
                .isCloseTo(Math.log(expected.getDeterminant()), within(1e-10 * n));
        double trace = expected.getSolver().getInverse().getTrace();
        assertThat(DenseCholesky.inverseTrace(u, n, NEVER)).isCloseTo(trace, within(1e-10 * trace));
        double[] x = ramp(n);
        DenseCholesky.forward(u, n, x, 1, NEVER);
        DenseCholesky.backward(u, n, x);
        double[] solution =
                expected.getSolver().solve(new ArrayRealVector(ramp(n))).toArray();
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isCloseTo(solution[i], within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 17, 60})
    void aTridiagonalFormAnswersForEveryShift(int n) {
        RealMatrix a = positive(n);
        Tridiagonal reduced = Tridiagonal.reduce(flat(a), n, ramp(n), NEVER);
        double[] out = new double[2];

        for (double delta : new double[] {1e-3, 0.5, 40}) {
            CholeskyDecomposition expected = new CholeskyDecomposition(
                    a.add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(delta)));
            RealVector z = new ArrayRealVector(ramp(n));
            double form = z.dotProduct(expected.getSolver().solve(z));
            assertThat(reduced.solve(delta, out)).isTrue();
            assertThat(out[0]).isCloseTo(Math.log(expected.getDeterminant()), within(1e-8));
            assertThat(out[1]).isCloseTo(form, within(1e-8 * form));
        }
    }

    @Test
    void aMatrixThatIsNotPositiveIsToldApart() {
        double[] a = {1, 2, 2, 1};

        assertThat(DenseCholesky.factor(a.clone(), 2, NEVER)).isFalse();
        assertThat(Tridiagonal.reduce(a, 2, new double[2], NEVER).solve(0, new double[2]))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 30})
    void growthIsTheLargestElementOfTheInversesDiagonal(int n) {
        RealMatrix a = positive(n).add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(0.01));
        RealMatrix inverse = new CholeskyDecomposition(a).getSolver().getInverse();
        double[] size = ramp(n);
        double largest = IntStream.range(0, n)
                .mapToDouble(k -> size[k] * inverse.getEntry(k, k))
                .max()
                .orElseThrow();
        double[] factor = flat(a);
        Cholesky.factor(factor, n, size);
        assertThat(Cholesky.growth(factor, n, size)).isCloseTo(largest, within(1e-9 * largest));
    }
}
