/** The experiments that ship: one small class each, and one explicit list of them. Holds no numerics of its own. */
@NullMarked
package org.interactiveml.engine.catalog;

import org.jspecify.annotations.NullMarked;
