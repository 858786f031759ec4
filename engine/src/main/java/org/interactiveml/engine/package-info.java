/** The pure core: data, formulas, models and experiments. Knows no scheduler, no transport and no screen. */
@NullMarked
package org.interactiveml.engine;

import org.jspecify.annotations.NullMarked;
