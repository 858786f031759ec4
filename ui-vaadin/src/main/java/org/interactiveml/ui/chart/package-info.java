/** The Java faces of the browser's elements that draw frames. What they do is in {@code src/main/client}. */
@NullMarked
package org.interactiveml.ui.chart;

import org.jspecify.annotations.NullMarked;
