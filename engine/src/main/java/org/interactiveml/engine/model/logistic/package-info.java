/**
 * Logistic regression of two classes on powers and products of the features, with an L1 or L2 penalty, both or none.
 * Knows no experiment, no screen.
 */
@NullMarked
package org.interactiveml.engine.model.logistic;

import org.jspecify.annotations.NullMarked;
