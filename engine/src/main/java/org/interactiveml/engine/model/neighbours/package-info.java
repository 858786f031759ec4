/** The mean of the nearest rows; no more of a model than that. */
@NullMarked
package org.interactiveml.engine.model.neighbours;

import org.jspecify.annotations.NullMarked;
