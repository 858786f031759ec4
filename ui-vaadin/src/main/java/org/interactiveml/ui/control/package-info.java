/** One control for each kind of parameter, built from the parameter alone. Knows no experiment. */
@NullMarked
package org.interactiveml.ui.control;

import org.jspecify.annotations.NullMarked;
