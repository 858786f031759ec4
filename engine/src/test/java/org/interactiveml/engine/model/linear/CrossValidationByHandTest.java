package org.interactiveml.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interactiveml.engine.model.linear.TrainingRows.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cross-validation errors of every model at every degree against models fitted to the rows outside of each fold. As in
 * scikit-learn's pipeline the powers are standardised once, over all training rows, while each fold's model centres them on its
 * own; the error is the mean over the folds of the mean over a fold's rows.
 */
class CrossValidationByHandTest {
    private static final Alpha CV = new Alpha.CrossValidated();
    private static final double[] RIDGE_ALPHAS = {0.001, 0.01, 0.1, 1};
    private static final int PATH_ALPHAS = 7;
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    /**
     * A factor for the number of operations, and for the square of the condition number, which the engine's sums of products
     * feel where residuals are large; 1900 is the most that occurs, below 100 but for the smallest alphas of a path.
     */
    private static final double SLACK = 5000;
    /** Double precision is used while errors grow less than 10⁷-fold; 2e-9 is the most that occurs. */
    private static final double OLS_TOLERANCE = 1e-8;

    static Stream<Arguments> problems() {
        return Arrays.stream(Problem.values())
                .flatMap(problem -> IntStream.rangeClosed(1, PolynomialSample.MAX_DEGREE)
                        .mapToObj(degree -> Arguments.of(problem, degree)));
    }

    /** Least squares has no alpha: its error is that of the degree. */
    @ParameterizedTest
    @MethodSource("problems")
    void leastSquares(Problem problem, int degree) {
        Reported reported = new Reported(problem, degree);
        double byHand = Arrays.stream(new TrainingRows(problem).leastSquaresErrors(degree))
                .average()
                .orElseThrow();

        assertThat(reported.byDegree(new LinearModel.Ols()))
                .as("%s, degree %d", problem, degree)
                .isCloseTo(byHand, within(OLS_TOLERANCE * byHand));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void ridge(Problem problem, int degree) {
        Reported reported = new Reported(problem, degree);
        LinearModel model = new LinearModel.Ridge(CV);
        CrossValidation validation = reported.validation(model);
        assertThat(validation.alphas()).containsExactly(RIDGE_ALPHAS);

        ByHand byHand = new ByHand(problem, degree, model, RIDGE_ALPHAS);

        byHand.assertSame(validation);
        byHand.assertSame("by degree", reported.byDegree(model), validation.chosen());
        double[] r2 = byHand.meanR2();
        assertThat(validation.meanR2()).containsExactly(r2, within(1e-8));
        assertThat(r2[validation.chosen()]).isCloseTo(Arrays.stream(r2).max().orElseThrow(), within(1e-9));
        new ByHand(problem, degree, model, new double[] {30})
                .assertSame("at alpha 30", reported.byDegree(new LinearModel.Ridge(new Alpha.Fixed(30))), 0);
        reported.assertPath(model);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void lasso(Problem problem, int degree) {
        assertElasticNet(problem, degree, 1);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void elasticNet(Problem problem, int degree) {
        assertElasticNet(problem, degree, 0.5);
    }

    private static void assertElasticNet(Problem problem, int degree, double l1Ratio) {
        Reported reported = new Reported(problem, degree);
        LinearModel model = new LinearModel.ElasticNet(l1Ratio, CV);
        CrossValidation validation = reported.validation(model);
        double largest = new TrainingRows(problem).largestCovariance(degree) / l1Ratio;
        for (int a = 0; a < 20; a++) {
            double alpha = largest * StrictMath.pow(0.01, a / 19.0);
            assertThat(validation.alphas()[a]).isCloseTo(alpha, within(1e-12 * alpha));
        }

        ByHand byHand = new ByHand(problem, degree, model, validation.alphas());

        byHand.assertSame(validation);
        byHand.assertSame("by degree", reported.byDegree(model), validation.chosen());
        double least = Arrays.stream(byHand.meanSquaredError()).min().orElseThrow();
        assertThat(byHand.meanSquaredError()[validation.chosen()]).isCloseTo(least, within(1e-9 * least));
        LinearModel fixed = new LinearModel.ElasticNet(l1Ratio, new Alpha.Fixed(0.02));
        new ByHand(problem, degree, model, new double[] {0.02})
                .assertSame("at alpha 0.02", reported.byDegree(fixed), 0);
        reported.assertPath(model);
    }

    /** What the engine says of one problem at one degree. */
    private record Reported(Problem problem, int degree, PolynomialSample sample) {
        Reported(Problem problem, int degree) {
            this(problem, degree, problem.sample());
        }

        /** Squared, as all errors here. */
        double byDegree(LinearModel model) {
            double error = ErrorByDegree.of(sample, degree, model, Fixtures.WORKERS, Fixtures.NEVER)
                    .validation()[degree - 1];
            return error * error;
        }

        /** The validation that chose the fit's alpha. */
        CrossValidation validation(LinearModel model) {
            PolynomialFit fit = Fixtures.fit(sample, degree, model);
            CrossValidation validation = Objects.requireNonNull(fit.crossValidation());
            assertThat(fit.alpha()).isEqualTo(validation.alphas()[validation.chosen()]);
            return validation;
        }

        void assertPath(LinearModel model) {
            AlphaPath path = AlphaPath.of(sample, degree, model, PATH_ALPHAS, Fixtures.WORKERS, Fixtures.NEVER);
            ByHand byHand = new ByHand(problem, degree, model, path.alphas());
            for (int a = 0; a < PATH_ALPHAS; a++) {
                byHand.assertSame("path", path.validation()[a] * path.validation()[a], a);
            }
        }
    }

    /** Mean squared errors [alpha][fold] of a penalised model. */
    private static final class ByHand {
        private final String what;
        private final double[] alphas;
        private final double[][] errors;
        private final double[] variances;
        private final double[] conditions;

        ByHand(Problem problem, int degree, LinearModel model, double[] alphas) {
            what = "%s of degree %d, %s".formatted(model, degree, problem);
            this.alphas = alphas;
            HeldOutFold[] folds = new TrainingRows(problem).ofStandardizedPowers(degree);
            errors = new double[alphas.length][folds.length];
            variances = Arrays.stream(folds).mapToDouble(HeldOutFold::variance).toArray();
            conditions = new double[alphas.length];
            for (int f = 0; f < folds.length; f++) {
                for (int a = 0; a < alphas.length; a++) {
                    errors[a][f] = error(folds[f], model, alphas[a]);
                    conditions[a] = Math.max(conditions[a], folds[f].condition);
                }
            }
        }

        // Ridge's alpha weighs against a sum of squares, the others' against half the mean.
        private static double error(HeldOutFold fold, LinearModel model, double alpha) {
            double weight = fold.rest * alpha;
            return model instanceof LinearModel.ElasticNet net
                    ? fold.error(weight * net.l1Ratio(), weight * (1 - net.l1Ratio()))
                    : fold.error(alpha);
        }

        double[] meanSquaredError() {
            return Arrays.stream(errors)
                    .mapToDouble(folds -> Arrays.stream(folds).average().orElseThrow())
                    .toArray();
        }

        double[] meanR2() {
            return Arrays.stream(errors)
                    .mapToDouble(folds -> IntStream.range(0, folds.length)
                            .mapToDouble(f -> 1 - folds[f] / variances[f])
                            .average()
                            .orElseThrow())
                    .toArray();
        }

        void assertSame(CrossValidation validation) {
            for (int a = 0; a < alphas.length; a++) {
                assertSame("mean over the folds", validation.meanSquaredError()[a], a);
                assertThat(validation.byFold()[a]).hasSameSizeAs(errors[a]);
                for (int fold = 0; fold < errors[a].length; fold++) {
                    assertSame("fold " + fold, validation.byFold()[a][fold], errors[a][fold], a);
                }
            }
        }

        void assertSame(String which, double reported, int a) {
            assertSame(which, reported, meanSquaredError()[a], a);
        }

        private void assertSame(String which, double reported, double error, int a) {
            assertThat(reported)
                    .as("%s, %s, alpha %s, condition %.1e", what, which, alphas[a], conditions[a])
                    .isCloseTo(error, within(SLACK * UNIT_ROUNDOFF * conditions[a] * error));
        }
    }
}
