/** What a fit is worth: errors by degree, paths over alpha, learning curves, bias and variance. Columns of numbers, no screen. */
@NullMarked
package org.interactiveml.engine.evaluate;

import org.jspecify.annotations.NullMarked;
