package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.LinearGenerator;
import org.interactiveml.engine.data.Partition;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearRegressionTest {
    private static final double TOLERANCE = 1e-9;

    /** Employment, and its deflator, GNP, unemployed, armed forces, population and year, by J. Longley. */
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    private static Dataset generated(long seed, int rows, int features) {
        return new LinearGenerator(features, Math.min(3, features), 0.7, 4, seed, seed + 1)
                .generate(rows, Fixtures.WORKERS, Fixtures.NEVER);
    }

    private static LinearSample sample(Dataset data, double testFraction, int folds, long seed) {
        Partition partition =
                Partition.shuffled(data.size(), testFraction, folds, seed, Fixtures.WORKERS, Fixtures.NEVER);
        return LinearSample.of(data, partition, Fixtures.WORKERS, Fixtures.NEVER);
    }

    private static LinearFit fit(LinearSample sample, LinearModel model) {
        return LinearRegression.fit(sample, model, Fixtures.WORKERS, Fixtures.NEVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leastSquaresAndItsStandardErrorsAreThoseOfCommonsMath(long seed) {
        Dataset data = generated(seed, 40 + 10 * (int) seed, 2 * (int) seed);
        LinearSample sample = sample(data, 0.3, 5, seed);
        LinearFit fit = fit(sample, new LinearModel.Ols());
        Rows rows = new Rows(sample);
        OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
        oracle.newSampleData(rows.y, rows.raw.getData());

        double[] coefficients = oracle.estimateRegressionParameters();
        double[] errors = oracle.estimateRegressionParametersStandardErrors();
        double[] ours = Objects.requireNonNull(fit.errors()).standardErrors();
        for (int k = 0; k < coefficients.length; k++) {
            assertThat(fit.coefficients()[k]).isCloseTo(coefficients[k], within(1e-11));
            assertThat(ours[k]).isCloseTo(errors[k], within(1e-11 * errors[k]));
        }
        assertThat(fit.train().r2()).isCloseTo(oracle.calculateRSquared(), within(1e-12));
    }

    @Test
    void longleysCollinearFiguresHaveTwelveDigitsOfTheCertifiedValues() {
        double[][] x = new double[6][16];
        double[] y = new double[16];
        for (int i = 0; i < 16; i++) {
            y[i] = LONGLEY[i][0];
            for (int j = 0; j < 6; j++) {
                x[j][i] = LONGLEY[i][j + 1];
            }
        }
        Dataset data = new Dataset("longley", List.of("a", "b", "c", "d", "e", "f"), x, "y", y, null);
        LinearSample sample = sample(data, 0, 5, 1);
        LinearFit fit = fit(sample, new LinearModel.Ols());

        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910e-1,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807e-1,
            1829.15146461355
        };
        double[] deviations = {
            890420.383607373,
            84.9149257747669,
            0.334910077722432e-1,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        double[] errors = Objects.requireNonNull(fit.errors()).standardErrors();
        for (int k = 0; k < 7; k++) {
            assertThat(fit.coefficients()[k]).isCloseTo(certified[k], within(1e-12 * Math.abs(certified[k])));
            assertThat(errors[k]).isCloseTo(deviations[k], within(1e-12 * deviations[k]));
        }
        assertThat(fit.train().residualSumOfSquares()).isCloseTo(836424.055505915, within(1e-6));
        assertThat(Collinearity.of(sample, Fixtures.NEVER).warning()).contains("a 136", "b 1789", "f 759");
    }

    /** A twin that differs by a part in 10^7 to 10^10 is a feature of its own; its squares alone would not show it. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10})
    void aFeatureThatHardlyDiffersFromAnotherIsToldFromIt(double difference) {
        Dataset data = generated(2, 50, 4);
        double[] twin = data.features()[0].clone();
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            double own = (i * 7919 % 50 - 24.5) / 15;
            twin[i] += difference * own;
            y[i] = data.target()[i] + 3 * own;
        }
        double[][] x = data.features().clone();
        x[3] = twin;
        Dataset near = new Dataset("near", data.featureNames(), x, "y", y, null);
        LinearSample sample = sample(near, 0, 5, 1);
        LinearFit fit = fit(sample, new LinearModel.Ols());

        Rows rows = new Rows(sample);
        OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
        oracle.newSampleData(rows.y, rows.raw.getData());
        double sum = oracle.calculateResidualSumOfSquares();
        assertThat(fit.convergence().converged()).as("%s", fit.convergence()).isTrue();
        assertThat(fit.notes()).isEmpty();
        assertThat(fit.train().residualSumOfSquares()).isCloseTo(sum, within(1e-6 * sum));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyPenalizedFitFulfilsItsOptimalityConditionsOnTheRows(long seed) {
        LinearSample sample = sample(generated(seed, 30 + 5 * (int) seed, 6 * (int) seed), 0.3, 4, seed);
        Rows rows = new Rows(sample);
        for (Alpha alpha : new Alpha[] {new Alpha.CrossValidated(), new Alpha.Fixed(0.05), new Alpha.Fixed(2)}) {
            for (double l1Ratio : new double[] {1, 0.5, 0.1}) {
                LinearFit fit = fit(sample, new LinearModel.ElasticNet(l1Ratio, alpha));
                assertThat(fit.convergence().converged())
                        .as("%s", fit.convergence())
                        .isTrue();
                assertThat(rows.violation(fit, fit.alpha() * l1Ratio, fit.alpha() * (1 - l1Ratio)))
                        .as("seed %d, l1 ratio %f, %s", seed, l1Ratio, alpha)
                        .isLessThan(TOLERANCE);
            }
            LinearFit ridge = fit(sample, new LinearModel.Ridge(alpha));
            assertThat(rows.violation(ridge, 0, ridge.alpha() / rows.y.length))
                    .as("seed %d, ridge %s", seed, alpha)
                    .isLessThan(TOLERANCE);
        }
    }

    @Test
    void crossValidationOfRidgeIsThatOfFitsByHand() {
        LinearSample sample = sample(generated(3, 47, 6), 0.2, 4, 3);
        Rows rows = new Rows(sample);
        CrossValidation validation = Objects.requireNonNull(
                fit(sample, new LinearModel.Ridge(new Alpha.CrossValidated())).crossValidation());
        for (int fold = 0; fold < 4; fold++) {
            for (int a = 0; a < validation.alphas().length; a++) {
                double error = rows.ridgeError(fold, validation.alphas()[a]);
                assertThat(validation.byFold()[a][fold]).isCloseTo(error, within(1e-10 * error));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLassoAdmitsEachFeatureWhereItsPathSays(long seed) {
        LinearSample sample = sample(generated(seed, 60, 9), 0.2, 5, seed);
        LassoPath path = LassoPath.of(sample, Fixtures.NEVER);

        assertThat(path.entry()).hasSize(9).doesNotHaveDuplicates();
        assertThat(path.knots().length).isGreaterThanOrEqualTo(9);
        for (int k = 0; k < 9; k++) {
            int feature = path.entry()[k];
            double alpha = path.entryAlphas()[k];
            for (int before = 0; before <= k; before++) {
                assertThat(standardized(sample, alpha * (1 + 1e-7))[feature])
                        .as("seed %d, before entry %d", seed, k)
                        .isZero();
            }
            assertThat(standardized(sample, alpha * (1 - 1e-7))[feature])
                    .as("seed %d, after entry %d", seed, k)
                    .isNotZero();
        }
    }

    private static double[] standardized(LinearSample sample, double alpha) {
        return fit(sample, LinearModel.lasso(new Alpha.Fixed(alpha))).standardized();
    }

    @Test
    void manyRowsGiveTheSameBitsOnAnyNumberOfThreads() {
        Dataset data = generated(9, 70_000, 7);
        Workers four = new Workers(ForkJoinPool.commonPool(), 4);
        Partition partition = Partition.shuffled(70_000, 0.3, 5, 1, Fixtures.WORKERS, Fixtures.NEVER);
        for (LinearModel model : List.of(new LinearModel.Ols(), LinearModel.lasso(new Alpha.CrossValidated()))) {
            LinearFit one = fit(LinearSample.of(data, partition, Fixtures.WORKERS, Fixtures.NEVER), model);
            LinearFit many = LinearRegression.fit(
                    LinearSample.of(data, partition, four, Fixtures.NEVER), model, four, Fixtures.NEVER);
            assertThat(many.coefficients()).isEqualTo(one.coefficients());
            assertThat(many.train()).isEqualTo(one.train());
            assertThat(many.test()).isEqualTo(one.test());
        }
    }

    @Test
    void scoresFromSumsAreThoseFromTheRows() {
        Dataset data = generated(4, 20_000, 5);
        LinearSample sample = sample(data, 0.25, 5, 2);
        LinearFit fit = fit(sample, LinearModel.lasso(new Alpha.Fixed(0.5)));
        double[] predicted = new double[20_000];
        fit.function().predict(data.features(), IntStream.range(0, 20_000).toArray(), predicted);
        double[] sums = new double[2];
        for (int i = 0; i < 20_000; i++) {
            double residual = data.target()[i] - predicted[i];
            sums[sample.partition().isTest(i) ? 1 : 0] += residual * residual;
        }
        assertThat(fit.train().residualSumOfSquares()).isCloseTo(sums[0], within(1e-10 * sums[0]));
        assertThat(fit.test().residualSumOfSquares()).isCloseTo(sums[1], within(1e-10 * sums[1]));
    }

    @Test
    void whoeverCancelsStopsEveryPart() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Dataset data = generated(1, 200, 5);
        LinearSample sample = sample(data, 0.3, 5, 1);
        assertThatThrownBy(() -> LinearSample.of(data, sample.partition(), Fixtures.WORKERS, cancelled))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> LassoPath.of(sample, cancelled)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Collinearity.of(sample, cancelled)).isInstanceOf(CancellationException.class);
        for (LinearModel model : ScikitLearnAgreementTest.MODELS.values()) {
            assertThatThrownBy(() -> LinearRegression.fit(sample, model, Fixtures.WORKERS, cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** The training rows in training order of the folds, as matrices: independent of sums of products. */
    private static final class Rows {
        final double[] y;
        final RealMatrix raw;
        final RealMatrix standardized;
        private final int[] folds;

        Rows(LinearSample sample) {
            Partition partition = sample.partition();
            int[] rows = IntStream.range(0, partition.size())
                    .filter(i -> !partition.isTest(i))
                    .toArray();
            folds = Arrays.stream(rows).map(partition::part).toArray();
            y = Arrays.stream(rows).mapToDouble(i -> sample.data().target()[i]).toArray();
            raw = new BlockRealMatrix(rows.length, sample.size());
            standardized = new BlockRealMatrix(rows.length, sample.size());
            for (int j = 0; j < sample.size(); j++) {
                double[] column = sample.data().features()[j];
                double[] x = Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
                raw.setColumn(j, x);
                double mean = Arrays.stream(x).average().orElseThrow();
                double sd = Math.sqrt(Arrays.stream(x)
                        .map(v -> (v - mean) * (v - mean))
                        .average()
                        .orElseThrow());
                standardized.setColumn(
                        j, Arrays.stream(x).map(v -> (v - mean) / sd).toArray());
            }
        }

        double violation(LinearFit fit, double l1, double l2) {
            double[] b = fit.standardized();
            double[] fitted = standardized.operate(b);
            double mean = Arrays.stream(y).average().orElseThrow();
            double[] residual = new double[y.length];
            double scale = 0;
            for (int i = 0; i < y.length; i++) {
                residual[i] = y[i] - mean - fitted[i];
                scale = Math.max(scale, Math.abs(y[i]));
            }
            double[] slopes = standardized.preMultiply(residual);
            double worst = 0;
            for (int j = 0; j < b.length; j++) {
                double slope = slopes[j] / y.length - l2 * b[j];
                double violation = b[j] == 0 ? Math.abs(slope) - l1 : Math.abs(slope - Math.signum(b[j]) * l1);
                worst = Math.max(worst, violation);
            }
            return worst / scale;
        }

        // Least squares on the centred rows of the other folds, with rows of √alpha below.
        double ridgeError(int fold, double alpha) {
            int[] train =
                    IntStream.range(0, y.length).filter(i -> folds[i] != fold).toArray();
            int[] held =
                    IntStream.range(0, y.length).filter(i -> folds[i] == fold).toArray();
            int p = standardized.getColumnDimension();
            int[] all = IntStream.range(0, p).toArray();
            RealMatrix x = standardized.getSubMatrix(train, all);
            double[] means = new double[p];
            RealMatrix system = new BlockRealMatrix(train.length + p, p);
            for (int j = 0; j < p; j++) {
                means[j] = Arrays.stream(x.getColumn(j)).average().orElseThrow();
                for (int i = 0; i < train.length; i++) {
                    system.setEntry(i, j, x.getEntry(i, j) - means[j]);
                }
                system.setEntry(train.length + j, j, Math.sqrt(alpha));
            }
            double yMean = Arrays.stream(train).mapToDouble(i -> y[i]).average().orElseThrow();
            double[] target = new double[train.length + p];
            for (int i = 0; i < train.length; i++) {
                target[i] = y[train[i]] - yMean;
            }
            double[] b = new QRDecomposition(system)
                    .getSolver()
                    .solve(new ArrayRealVector(target))
                    .toArray();
            double sum = 0;
            for (int i : held) {
                double predicted = yMean;
                for (int j = 0; j < p; j++) {
                    predicted += b[j] * (standardized.getEntry(i, j) - means[j]);
                }
                sum += (y[i] - predicted) * (y[i] - predicted);
            }
            return sum / held.length;
        }
    }
}
