/** Cubic splines: by least squares on a few knots, or with a knot at every row and a penalty on bending. */
@NullMarked
package org.interactiveml.engine.model.spline;

import org.jspecify.annotations.NullMarked;
