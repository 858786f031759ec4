/**
 * Formulas that a user types: parsed, differentiated, compiled to run over columns. No reflection, no script engine:
 * a formula can do arithmetic and nothing else. A parser of our own, because curve fitting needs the exact derivative and
 * the same bits on every machine, which the expression libraries do not give.
 */
@NullMarked
package org.interactiveml.engine.formula;

import org.jspecify.annotations.NullMarked;
