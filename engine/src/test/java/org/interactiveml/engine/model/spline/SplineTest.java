package org.interactiveml.engine.model.spline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.interactiveml.engine.model.CurveFixtures.NEVER;
import static org.interactiveml.engine.model.CurveFixtures.at;
import static org.interactiveml.engine.model.CurveFixtures.rows;
import static org.interactiveml.engine.model.CurveFixtures.wave;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.interactiveml.engine.model.Curve;
import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.numeric.Infeasible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplineTest {

    private static void isTheLeastSquaresLine(Curve curve, SortedRows rows) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < rows.size(); i++) {
            line.addData(rows.x()[i], rows.y()[i]);
        }
        for (double x : new double[] {-20, -5, 0.5, 4, 30}) {
            assertThat(at(curve, x)[0]).isCloseTo(line.predict(x), within(1e-7));
        }
    }

    @Test
    void anInfinitePenaltyLeavesTheLine() {
        SortedRows rows = wave(60, 1, 1);
        SmoothingSpline spline = SmoothingSpline.fixed(rows, 1e12, NEVER);

        isTheLeastSquaresLine(spline, rows);
        assertThat(spline.effectiveDegreesOfFreedom()).isCloseTo(2, within(1e-6));
    }

    @Test
    void noPenaltyInterpolates() {
        SortedRows rows = rows(new double[] {0, 1, 2, 4, 7}, new double[] {1, -2, 3, 0.5, 4});
        SmoothingSpline spline = SmoothingSpline.fixed(rows, 1e-10, NEVER);

        double[] y = at(spline, rows.x());
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(rows.y()[i], within(1e-7));
        }
        assertThat(spline.effectiveDegreesOfFreedom()).isCloseTo(5, within(1e-6));
    }

    @Test
    void rowsOfEqualXCountAsTheirMeanWithTheirWeight() {
        SortedRows repeated = rows(new double[] {0, 1, 1, 1, 2, 3, 5}, new double[] {1, 2, 4, 6, 0, 1, 2});
        SortedRows apart = rows(new double[] {0, 1 - 1e-9, 1, 1 + 1e-9, 2, 3, 5}, new double[] {1, 2, 4, 6, 0, 1, 2});

        double[] y = at(SmoothingSpline.fixed(repeated, 0.5, NEVER), -1, 0.5, 1, 2.5, 6);
        double[] near = at(SmoothingSpline.fixed(apart, 0.5, NEVER), -1, 0.5, 1, 2.5, 6);
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(near[i], within(1e-6));
        }
    }

    @Test
    void noOtherPenaltyHasALowerGcv() {
        SortedRows rows = wave(80, 1, 3);
        SmoothingSpline best = SmoothingSpline.automatic(rows, NEVER);

        for (double factor = 1e-6; factor < 1e6; factor *= 1.7) {
            assertThat(SmoothingSpline.fixed(rows, best.lambda() * factor, NEVER)
                            .gcv())
                    .isGreaterThanOrEqualTo(best.gcv() * (1 - 1e-9));
        }
    }

    @Test
    void twoKnotsMakeALine() {
        SortedRows rows = wave(40, 1, 4);

        isTheLeastSquaresLine(NaturalSpline.fit(rows, 2, NEVER), rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 15})
    void aNaturalSplineIsStraightBeyondItsKnotsAndSmoothWithin(int degrees) {
        SortedRows rows = wave(90, 1, 5);
        NaturalSpline spline = NaturalSpline.fit(rows, degrees, NEVER);
        double end = rows.x()[rows.size() - 1];
        double[] beyond = at(spline, end, end + 1, end + 2, end + 10);

        assertThat(beyond[2] - beyond[1]).isCloseTo(beyond[1] - beyond[0], within(1e-9));
        assertThat(beyond[3] - beyond[0]).isCloseTo(10 * (beyond[1] - beyond[0]), within(1e-8));
        double h = 1e-6;
        for (double knot : spline.knots()) {
            double[] y = at(spline, knot - h, knot, knot + h);
            assertThat(y[2] - y[1]).isCloseTo(y[1] - y[0], within(1e-8));
        }
    }

    @Test
    void asManyKnotsAsRowsInterpolateAndHaveNoBand() {
        SortedRows rows = rows(new double[] {0, 1, 2, 4, 7}, new double[] {1, -2, 3, 0.5, 4});
        NaturalSpline spline = NaturalSpline.fit(rows, 5, NEVER);

        assertThat(at(spline, 2)[0]).isCloseTo(3, within(1e-9));
        assertThat(spline.band(new double[] {1}, 0.95, NEVER)).isEmpty();
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        SortedRows few = rows(new double[] {0, 1, 0, 1, 2}, new double[] {1, 2, 3, 4, 5});

        assertThatThrownBy(() -> NaturalSpline.fit(few, 4, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessage("a natural spline of 4 degrees of freedom needs at least 4 different training values of x,"
                        + " not 3");
        assertThatThrownBy(() -> NaturalSpline.fit(few, 9, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessage("a natural spline of 9 degrees of freedom needs at least 9 training rows, not 5");
        SortedRows pair = rows(new double[] {0, 1, 0}, new double[] {1, 2, 3});
        assertThatThrownBy(() -> SmoothingSpline.automatic(pair, NEVER))
                .isInstanceOf(Infeasible.class)
                .hasMessage("a smoothing spline needs at least 3 different training values of x, not 2");
    }
}
