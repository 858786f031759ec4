/**
 * Lessons as text: scripts of changes, what they compute without a screen, and recordings that become scripts. Knows neither
 * files' whereabouts beyond the script's folder nor a terminal.
 */
@NullMarked
package org.interactiveml.streams.replay;

import org.jspecify.annotations.NullMarked;
