package org.interactiveml.engine.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsParameterTest {
    private static final PointsParameter POINTS = new PointsParameter("points", "Points", Group.DATA, false);
    private static final PointsParameter CLASSED = new PointsParameter("points", "Points", Group.DATA, true);

    @Test
    void listsAndTextMeanTheSame() {
        List<Point> points = List.of(new Point(0.5, 2), new Point(-1e-7, 3e300));
        assertThat(POINTS.read(List.of(List.of(0.5, 2L), List.of(-1e-7, 3e300))))
                .isEqualTo(points);
        assertThat(POINTS.parse("0.5,2; -1e-7,3e300")).isEqualTo(points);
        assertThat(POINTS.text(points)).isEqualTo("0.5,2;-1.0E-7,3.0E300");
        assertThat(POINTS.parse("")).isEmpty();
        assertThat(CLASSED.parse("1,2,1;3,4,0")).containsExactly(new Point(1, 2, 1), new Point(3, 4, 0));
        assertThat(CLASSED.text(List.of(new Point(1, 2, 1)))).isEqualTo("1,2,1");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyPointReadsBackAsItWas(long seed) {
        Random random = new Random(seed);
        List<Point> points = Stream.generate(() -> new Point(number(random), number(random), random.nextInt(2)))
                .limit(200)
                .toList();
        assertThat(CLASSED.read(CLASSED.write(points))).isEqualTo(points);
        assertThat(CLASSED.parse(CLASSED.text(points))).isEqualTo(points);
    }

    private static double number(Random random) {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : -0.0;
    }

    @Test
    void eachWrongPointIsNamed() {
        assertThatThrownBy(() -> POINTS.parse("1,2;3;4,NaN;5,6,7;1e999,0"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::message)
                                .containsExactly(
                                        "points must be points of two finite numbers, not \"3\" (point 2)",
                                        "points must be points of two finite numbers, not \"4,NaN\" (point 3)",
                                        "points must be points of two finite numbers, not \"5,6,7\" (point 4)",
                                        "points must be points of two finite numbers, not \"1e999,0\" (point 5)"));
        assertThatThrownBy(() -> CLASSED.read(List.of(List.of(1.0, 2.0, 2L))))
                .hasMessage(
                        "points must be points of two finite numbers and a class, 0 or 1, not [1.0, 2.0, 2] (point 1)");
        assertThatThrownBy(() -> POINTS.read("1,2")).hasMessage("points must be a list of points [x,y], not \"1,2\"");
    }

    @Test
    void moreThanTwoThousandPointsAreRefused() {
        List<Object> most = Collections.nCopies(PointsParameter.MAX, List.of(1.0, 2.0));
        assertThat(POINTS.read(most)).hasSize(2000);
        assertThatThrownBy(() -> POINTS.read(Collections.nCopies(2001, List.of(1.0, 2.0))))
                .hasMessage("points must be at most 2000 points, not 2001");
    }
}
