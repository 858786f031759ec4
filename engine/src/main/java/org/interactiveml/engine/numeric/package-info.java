/** Kernels on {@code double[]} and what they share: parallel blocks, double-double, small factorisations. No I/O, no models. */
@NullMarked
package org.interactiveml.engine.numeric;

import org.jspecify.annotations.NullMarked;
