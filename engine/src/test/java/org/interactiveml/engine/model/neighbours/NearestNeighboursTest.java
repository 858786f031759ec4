package org.interactiveml.engine.model.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.interactiveml.engine.model.CurveFixtures.NEVER;
import static org.interactiveml.engine.model.CurveFixtures.at;
import static org.interactiveml.engine.model.CurveFixtures.rows;
import static org.interactiveml.engine.model.CurveFixtures.wave;

import org.interactiveml.engine.model.SortedRows;
import org.interactiveml.engine.model.neighbours.NearestNeighbours.Weights;
import org.interactiveml.engine.numeric.Infeasible;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {

    @Test
    void allRowsGiveTheMean() {
        SortedRows rows = wave(30, 1, 1);

        assertThat(at(new NearestNeighbours(rows, 30, Weights.UNIFORM), -9, 0, 9))
                .usingComparatorWithPrecision(1e-12)
                .containsOnly(rows.meanY());
    }

    @Test
    void ofTwoRowsEquallyFarTheOneOnTheLeftIsTaken() {
        SortedRows rows = rows(new double[] {1, 0, 2}, new double[] {7, 5, 11});

        assertThat(at(new NearestNeighbours(rows, 1, Weights.UNIFORM), 0.5, 1.5, 1.6))
                .containsExactly(5, 7, 11);
    }

    @Test
    void aRowAtThePlaceItselfCountsForAllWhenWeightedByDistance() {
        SortedRows rows = rows(new double[] {0, 1, 1, 2}, new double[] {5, 6, 8, 11});

        assertThat(at(new NearestNeighbours(rows, 3, Weights.DISTANCE), 1)).containsExactly(7);
        assertThat(at(new NearestNeighbours(rows, 4, Weights.DISTANCE), 1e-320)).containsExactly(5);
    }

    @Test
    void theBandIsThatOfTheSpreadOfTheNeighbours() {
        SortedRows rows = rows(new double[] {0, 1, 2, 3}, new double[] {1, 3, 100, 100});
        var band = new NearestNeighbours(rows, 2, Weights.UNIFORM)
                .band(new double[] {0.4}, 0.95, NEVER)
                .orElseThrow();

        double z = 1.959963984540054;
        assertThat(band.curve()[0]).isCloseTo(z * Math.sqrt(2) / Math.sqrt(2), within(1e-12));
        assertThat(band.point()[0]).isCloseTo(z * Math.sqrt(2) * Math.sqrt(1.5), within(1e-12));
        assertThat(new NearestNeighbours(rows, 1, Weights.UNIFORM).band(new double[] {0}, 0.95, NEVER))
                .isEmpty();
        assertThat(new NearestNeighbours(rows, 2, Weights.DISTANCE).band(new double[] {0}, 0.95, NEVER))
                .isEmpty();
    }

    @Test
    void moreNeighboursThanRowsAreRefused() {
        SortedRows rows = wave(30, 1, 1);

        assertThatThrownBy(() -> new NearestNeighbours(rows, 31, Weights.UNIFORM))
                .isInstanceOf(Infeasible.class)
                .hasMessage("neighbours must be at most the number of training rows, 30, not 31");
    }
}
