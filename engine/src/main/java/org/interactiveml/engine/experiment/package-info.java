/**
 * What an experiment is: typed parameters, a plan of stages, outcomes, frames. Knows no model and no scheduler.
 */
@NullMarked
package org.interactiveml.engine.experiment;

import org.jspecify.annotations.NullMarked;
