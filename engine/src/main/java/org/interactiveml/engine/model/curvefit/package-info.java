/**
 * Nonlinear least squares of a typed formula: which parameters enter linearly, where to start, descent, the last digits, and
 * what the data say about each parameter. Knows nothing of experiments.
 */
@NullMarked
package org.interactiveml.engine.model.curvefit;

import org.jspecify.annotations.NullMarked;
