package org.interactiveml.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrigonometryTest {
    private static long spacings(double a, double b) {
        return Math.abs(Double.doubleToLongBits(a) - Double.doubleToLongBits(b));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 5, 100, 1e5})
    void valuesAreWithinOneSpacingOfTheLibrarys(double reach) {
        double[] x = new Random(1).doubles(20_000, -reach, reach).toArray();
        for (double v : x) {
            assertThat(spacings(Trigonometry.sin(v), StrictMath.sin(v)))
                    .as("sin %s", v)
                    .isLessThanOrEqualTo(1);
            assertThat(spacings(Trigonometry.cos(v), StrictMath.cos(v)))
                    .as("cos %s", v)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void nearTheZerosNothingIsLost() {
        for (int quarter = 1; quarter < 60_000; quarter += 7) {
            double x = quarter * (Math.PI / 2);
            double near = quarter % 2 == 0 ? Trigonometry.sin(x) : Trigonometry.cos(x);
            double library = quarter % 2 == 0 ? StrictMath.sin(x) : StrictMath.cos(x);
            assertThat(spacings(near, library)).as("quarter %d", quarter).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void manyValuesHaveTheBitsOfOneAndMayReplaceTheirArguments() {
        double[] x = new Random(2).doubles(1000, -9, 9).toArray();
        double[] special = {0.0, -0.0, 1e-300, -1e-20, 1e6, 1e300, Double.NaN, Double.NEGATIVE_INFINITY};
        System.arraycopy(special, 0, x, 100, special.length);
        double[] sin = x.clone();
        double[] cos = x.clone();
        Trigonometry.sin(sin, sin, x.length);
        Trigonometry.cos(cos, cos, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(sin[i]).as("sin %s", x[i]).isEqualTo(Double.valueOf(Trigonometry.sin(x[i])));
            assertThat(cos[i]).as("cos %s", x[i]).isEqualTo(Double.valueOf(Trigonometry.cos(x[i])));
        }
    }

    @Test
    void unusualArgumentsAreTheLibrarys() {
        for (double x : new double[] {0.0, -0.0, 1e-300, 1e6, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(Trigonometry.sin(x)).isEqualTo(Double.valueOf(StrictMath.sin(x)));
            assertThat(Trigonometry.cos(x)).isEqualTo(Double.valueOf(StrictMath.cos(x)));
        }
    }
}
