/** Gaussian processes and kernel ridge of one variable: covariance functions, exact fast solvers, the search for hyperparameters. */
@NullMarked
package org.interactiveml.engine.model.kernel;

import org.jspecify.annotations.NullMarked;
