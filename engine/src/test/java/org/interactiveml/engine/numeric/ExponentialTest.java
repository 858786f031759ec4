package org.interactiveml.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {
    private static final MathContext DIGITS = new MathContext(40);

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 0.5, 5, 100, 708})
    void valuesAreWithinOneSpacingOfTheLibrarys(double reach) {
        double[] x = new Random(1).doubles(20_000, -reach, reach).toArray();
        for (double v : x) {
            long spacings = Double.doubleToLongBits(Exponential.exp(v)) - Double.doubleToLongBits(StrictMath.exp(v));
            assertThat(Math.abs(spacings)).as("exp %s", v).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void errorsStayBelowOneSpacing() {
        double[] x = new Random(2).doubles(2_000, -20, 20).toArray();
        for (double v : x) {
            BigDecimal error =
                    new BigDecimal(Exponential.exp(v)).subtract(exact(v)).abs();
            double spacings = error.doubleValue() / Math.ulp(Exponential.exp(v));
            assertThat(spacings).as("exp %s", v).isLessThan(0.85);
        }
    }

    /** Taylor's series at x / 1024, squared ten times. */
    private static BigDecimal exact(double x) {
        BigDecimal part = new BigDecimal(x).divide(new BigDecimal(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 25; k++) {
            term = term.multiply(part, DIGITS).divide(new BigDecimal(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1024, DIGITS);
    }

    @Test
    void manyValuesHaveTheBitsOfOneAndMayReplaceTheirArguments() {
        double[] x = new Random(3).doubles(1000, -700, 700).toArray();
        double[] near = x.clone();
        Exponential.exp(near, near, x.length);
        double[] mixed = x.clone();
        mixed[500] = Double.NaN;
        Exponential.exp(mixed, mixed, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(near[i]).as("exp %s", x[i]).isEqualTo(Exponential.exp(x[i]));
            assertThat(mixed[i]).as("exp %s", x[i]).isEqualTo(Double.valueOf(i == 500 ? Double.NaN : near[i]));
        }
    }

    @Test
    void unusualArgumentsAreTheLibrarys() {
        double[] unusual = {
            0.0,
            -0.0,
            1e-300,
            709,
            709.5,
            709.8,
            -708,
            -708.5,
            -745,
            -746,
            1e6,
            -1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (double x : unusual) {
            assertThat(Exponential.exp(x)).as("exp %s", x).isEqualTo(Double.valueOf(StrictMath.exp(x)));
        }
    }
}
