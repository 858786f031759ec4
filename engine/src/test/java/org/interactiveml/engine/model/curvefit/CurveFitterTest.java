package org.interactiveml.engine.model.curvefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.interactiveml.engine.formula.Formula;
import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Group;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitterTest {
    private static final String GAUSSIAN = "a*exp(-(x-mu)^2/(2*sigma^2))";

    private static double[] equallySpaced(double from, double to, int count) {
        double[] x = new double[count];
        Arrays.setAll(x, i -> from + (to - from) * i / (count - 1));
        return x;
    }

    private static CurveModel model(String formula) {
        return CurveModel.of(Formula.parse(formula), List.of("x"));
    }

    private static CurveSample sample(String formula, Map<String, Double> truth, double[] x, Random noise, double sd) {
        CurveModel model = model(formula);
        double[] b = model.parameters().stream().mapToDouble(truth::get).toArray();
        double[] y = model.values(new double[][] {x}, b, new Cancellation());
        for (int i = 0; i < y.length; i++) {
            y[i] += sd * noise.nextGaussian();
        }
        return new CurveSample(new double[][] {x}, y);
    }

    private static CurveFit fit(String formula, CurveSample sample, Map<String, Double> start) {
        return CurveFitter.fit(model(formula), sample, start, new Cancellation());
    }

    private static double estimate(CurveFit fit, String name) {
        return fit.estimate()[fit.model().parameters().indexOf(name)];
    }

    @Test
    void aFormulaThatIsLinearInItsParametersIsLeastSquares() {
        Random random = new Random(3);
        double[] x = equallySpaced(-1, 3, 30);
        CurveSample sample = sample("a+b*x+c*sin(x)", Map.of("a", 2.0, "b", -1.0, "c", 0.5), x, random, 0.3);
        OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
        oracle.newSampleData(
                sample.y(),
                Arrays.stream(x)
                        .mapToObj(v -> new double[] {v, StrictMath.sin(v)})
                        .toArray(double[][]::new));

        CurveFit fit = fit("a+b*x+c*sin(x)", sample, Map.of());

        assertThat(fit.estimate()).containsExactly(oracle.estimateRegressionParameters(), within(1e-12));
        assertThat(fit.standardErrors())
                .containsExactly(oracle.estimateRegressionParametersStandardErrors(), within(1e-12));
        assertThat(fit.residualSumOfSquares()).isCloseTo(oracle.calculateResidualSumOfSquares(), within(1e-12));
        assertThat(fit.degreesOfFreedom()).isEqualTo(27);
        double[][] variance = oracle.estimateRegressionParametersVariance();
        for (int i = 0; i < 3; i++) {
            assertThat(fit.covariance()[i])
                    .containsExactly(
                            Arrays.stream(variance[i])
                                    .map(v -> v * oracle.estimateErrorVariance())
                                    .toArray(),
                            within(1e-12));
        }
    }

    @Test
    void theBandOfAStraightLineIsTheKnownOne() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {0.1, 0.9, 2.2, 2.8, 4.1};
        CurveFit fit = fit("a+b*x", new CurveSample(new double[][] {x}, y), Map.of());
        double s = fit.residualStandardDeviation();

        double[] errors = fit.standardErrors(new double[][] {{2, 10}}, new Cancellation());

        assertThat(errors[0]).isCloseTo(s * Math.sqrt(1.0 / 5), within(1e-14));
        assertThat(errors[1]).isCloseTo(s * Math.sqrt(1.0 / 5 + 64.0 / 10), within(1e-13));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aGaussianWithinSightIsFoundFromAGuess(long seed) {
        Random random = new Random(seed);
        double a = 1 + 4 * random.nextDouble();
        double mu = -1.5 + 3 * random.nextDouble();
        double sigma = 0.2 + random.nextDouble();
        CurveSample sample =
                sample(GAUSSIAN, Map.of("a", a, "mu", mu, "sigma", sigma), equallySpaced(-2, 2, 25), random, 0.05);

        CurveFit fit = fit(GAUSSIAN, sample, Map.of());

        assertThat(fit.convergence().converged()).isTrue();
        assertThat(estimate(fit, "sigma")).isPositive();
        double[] errors = fit.standardErrors();
        assertThat(estimate(fit, "a")).isCloseTo(a, within(6 * errors[0]));
        assertThat(estimate(fit, "mu")).isCloseTo(mu, within(6 * errors[1]));
        assertThat(estimate(fit, "sigma")).isCloseTo(sigma, within(6 * errors[2]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a*exp(-k*x)+c;          a=3,k=0.8,c=1",
                "c/(1+exp(-k*(x-m)));    c=5,k=2,m=2.2",
                "a*x^b;                  a=2,b=1.7",
                "v*x/(k+x);              v=4,k=0.9",
                "a*exp(-k*x)+b*exp(-l*x);a=3,k=2.5,b=1,l=0.3",
                "a*sin(w*x+phi)+c;       a=2,w=3.1,phi=0.7,c=1",
                "(a+b*x)/(1+c*x+d*x^2);  a=1,b=2,c=-0.4,d=0.3",
            })
    void theCommonShapesAreFoundFromAGuessWithoutNoise(String formula, String parameters) {
        Map<String, Double> truth = new ValuesParameter("truth", "Truth", Group.MODEL).parse(parameters);
        CurveSample sample = sample(formula, truth, equallySpaced(0.1, 5, 40), new Random(1), 0);

        CurveFit fit = fit(formula, sample, Map.of());

        assertThat(fit.convergence().converged()).isTrue();
        assertThat(fit.residualSumOfSquares()).isLessThan(1e-20);
    }

    @Test
    void theDerivativesAreThoseOfDifferences() {
        CurveModel model = model(GAUSSIAN);
        double[][] x = {equallySpaced(-2, 2, 9)};
        double[] b = {2, 0.3, 0.7};
        double[][] outs = new double[4][9];
        CurveModel.run(model.slopes(), x, b, outs, new Cancellation());
        for (int k = 0; k < b.length; k++) {
            double h = 1e-5;
            double[] up = b.clone();
            double[] down = b.clone();
            up[k] += h;
            down[k] -= h;
            double[] high = model.values(x, up, new Cancellation());
            double[] low = model.values(x, down, new Cancellation());
            for (int i = 0; i < 9; i++) {
                assertThat(outs[1 + k][i]).isCloseTo((high[i] - low[i]) / (2 * h), within(1e-8));
            }
        }
    }

    @Test
    void onlyParametersThatAreJointlyAffineAreLinear() {
        assertThat(model(GAUSSIAN).linear()).containsExactly(0);
        assertThat(model("a+b*x+c*exp(-d*x)").linear()).containsExactly(0, 1, 2);
        assertThat(model("p*q*x").linear()).containsExactly(0);
        assertThat(model("exp(-b1*x)/(b2+b3*x)").linear()).isEmpty();
    }

    @Test
    void parametersThatTheDataCannotTellApartAreNamed() {
        CurveSample sample = sample("a*x", Map.of("a", 2.0), equallySpaced(1, 5, 9), new Random(4), 0.1);

        CurveFit fit = fit("p*q*x + r", sample, Map.of());

        assertThat(fit.notes())
                .containsExactly("p, q are not determined by the data: only a combination of them has an effect");
        assertThat(fit.hasStandardErrors()).isFalse();
        assertThat(fit.standardErrors()).containsOnly(Double.NaN);
    }

    @Test
    void aStartThatLeadsNowhereIsReplacedAndTheMessageSaysSo() {
        CurveSample sample = sample(
                GAUSSIAN, Map.of("a", 3.0, "mu", 0.5, "sigma", 0.4), equallySpaced(-2, 2, 25), new Random(5), 0.05);

        CurveFit fit = fit(GAUSSIAN, sample, Map.of("a", 1.0, "mu", 60.0, "sigma", 0.01));

        assertThat(fit.convergence().converged()).isTrue();
        assertThat(fit.convergence().message()).doesNotStartWith("converged from the given start");
        assertThat(estimate(fit, "mu")).isCloseTo(0.5, within(0.1));
    }

    @Test
    void theGivenStartDecidesBetweenCurvesThatAreTheSame() {
        CurveSample sample = sample(
                "a*exp(-k*x)+b*exp(-l*x)",
                Map.of("a", 3.0, "k", 2.5, "b", 1.0, "l", 0.3),
                equallySpaced(0, 5, 40),
                new Random(6),
                0.001);

        CurveFit fit = fit("a*exp(-k*x)+b*exp(-l*x)", sample, Map.of("a", 1.0, "k", 0.1, "b", 1.0, "l", 9.0));

        assertThat(estimate(fit, "k")).isCloseTo(0.3, within(0.02));
        assertThat(estimate(fit, "l")).isCloseTo(2.5, within(0.1));
    }

    @Test
    void aPartlyGivenStartIsCompleted() {
        CurveSample sample = sample(
                GAUSSIAN, Map.of("a", 3.0, "mu", 0.5, "sigma", 0.4), equallySpaced(-2, 2, 25), new Random(7), 0.05);

        CurveFit fit = fit(GAUSSIAN, sample, Map.of("mu", 0.6));

        assertThat(fit.convergence().converged()).isTrue();
        assertThat(fit.start()[1]).isEqualTo(0.6);
    }

    @Test
    void asManyRowsAsParametersGiveACurveWithoutStandardErrors() {
        CurveFit fit = fit("a+b*x", new CurveSample(new double[][] {{1, 2}}, new double[] {3, 5}), Map.of());

        assertThat(fit.estimate()).containsExactly(new double[] {1, 2}, within(1e-12));
        assertThat(fit.hasStandardErrors()).isFalse();
        assertThat(fit.notes())
                .containsExactly("no standard errors: as many parameters as rows leave no degrees of freedom");
    }

    @Test
    void badInputIsToldInOneLineEach() {
        CurveSample two = new CurveSample(new double[][] {{1, 2}}, new double[] {3, 5});
        assertThatThrownBy(() -> fit(GAUSSIAN, two, Map.of("b7", 1.0)))
                .isInstanceOfSatisfying(
                        Infeasible.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        "start must name parameters of the formula (a, mu, sigma), not b7",
                                        "a formula with 3 parameters needs at least that many rows, not 2"));
        assertThatThrownBy(() -> model("2*x"))
                .isInstanceOf(Infeasible.class)
                .hasMessage("formula must have a parameter to estimate: a name besides x, as a in a*x");
        assertThatThrownBy(() -> model("a*b"))
                .isInstanceOf(Infeasible.class)
                .hasMessage("formula must use a predictor (x), not only a, b");
        assertThatThrownBy(() ->
                        fit("a*log(x)", new CurveSample(new double[][] {{-1, 2}}, new double[] {3, 5}), Map.of()))
                .isInstanceOf(Infeasible.class);
    }

    @Test
    void severalPredictorsGoByTheNamesOfTheirColumnsOrByNumber() {
        assertThat(CurveModel.of(Formula.parse("a*dose + b*time"), List.of("time", "dose", "y2"))
                        .predictors())
                .containsExactly("time", "dose");
        assertThat(CurveModel.of(Formula.parse("a*x2 + b"), List.of("time", "dose"))
                        .predictors())
                .containsExactly("x2");
    }

    @Test
    void aCancelledFitStops() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CurveSample sample = sample("a*x", Map.of("a", 2.0), equallySpaced(1, 5, 9), new Random(4), 0.1);

        assertThatThrownBy(() -> CurveFitter.fit(model("a*x"), sample, Map.of(), cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
