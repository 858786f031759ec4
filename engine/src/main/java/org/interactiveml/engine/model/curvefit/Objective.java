package org.interactiveml.engine.model.curvefit;

import org.jspecify.annotations.Nullable;

/** A sum of squares to descend, with what is needed to take a step. Has a state: the point asked for last. */
interface Objective {

    /** The number of coordinates of a point. */
    int size();

    /** Σ(y − f)² at a point, infinite where f is not finite. */
    double cost(double[] point);

    /**
     * The derivatives of f at the point asked for last, factored; null where they are not finite. Belongs to the objective and
     * holds until the next call.
     */
    @Nullable
    PivotedQr slopes();

    /** Qᵀ (y − f) at that point, after {@link #slopes}. */
    double[] rotated();

    /** All parameters of the formula at the point asked for last. */
    double[] parameters();
}
