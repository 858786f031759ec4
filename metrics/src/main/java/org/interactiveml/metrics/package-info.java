/** Meters over the run listener, the scrape endpoint and the dashboards. */
@NullMarked
package org.interactiveml.metrics;

import org.jspecify.annotations.NullMarked;
