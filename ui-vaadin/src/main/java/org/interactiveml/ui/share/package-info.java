/** What a visitor takes home: rows as CSV, and programs for other tools that give the same numbers. Draws nothing. */
@NullMarked
package org.interactiveml.ui.share;

import org.jspecify.annotations.NullMarked;
