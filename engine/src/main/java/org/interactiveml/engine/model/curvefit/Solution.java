package org.interactiveml.engine.model.curvefit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point where a search ended, taken to its last digits, and what holds there.
 *
 * @param parameters all parameters of the formula
 * @param residualSumOfSquares Σ(y − f)²
 * @param gap ‖Q₁ᵀ r‖ / ‖r‖, the cosine between the residuals and what the derivatives span: 0 at a minimum. Where the curve
 *     passes through all points up to rounding, 0
 * @param inverse R⁻¹ of the derivatives, row by row; null where these depend on each other
 * @param undetermined groups of parameters of which the data determine a combination only; single ones have no effect
 */
record Solution(
        double[] parameters,
        double residualSumOfSquares,
        double gap,
        double @Nullable [][] inverse,
        List<int[]> undetermined,
        int iterations) {
    /** Cosines up to here are a minimum, for all that can be seen of one. */
    private static final double MINIMUM = 1e-6;
    /** What an end without a minimum has to be better by. */
    private static final double DOUBT = 10;

    boolean isMinimum() {
        return gap <= MINIMUM;
    }

    /** A minimum that determines every parameter. */
    boolean isGood() {
        return isMinimum() && undetermined.isEmpty();
    }

    /** The residual sum, larger where there is doubt, to compare ends by. */
    double rating() {
        return isGood() ? residualSumOfSquares : DOUBT * residualSumOfSquares;
    }
}
