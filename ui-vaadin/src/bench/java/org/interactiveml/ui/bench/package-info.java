/** The figures of the whole program, from the hand to the screen. Measures; checks nothing. */
@NullMarked
package org.interactiveml.ui.bench;

import org.jspecify.annotations.NullMarked;
