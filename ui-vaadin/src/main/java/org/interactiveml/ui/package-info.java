/** The pages and the program that serves them. */
@NullMarked
package org.interactiveml.ui;

import org.jspecify.annotations.NullMarked;
