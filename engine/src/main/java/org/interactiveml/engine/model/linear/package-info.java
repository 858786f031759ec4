/**
 * Least squares, ridge, LASSO and elastic net on powers of one variable, from Chebyshev moments of the rows.
 * Knows no experiment, no screen; a change of the model never touches a row.
 */
@NullMarked
package org.interactiveml.engine.model.linear;

import org.jspecify.annotations.NullMarked;
