/**
 * What has been done in a session, so that it can be undone: a tree of settled states and the walk through it. Knows neither a
 * page nor files.
 */
@NullMarked
package org.interactiveml.streams.history;

import org.jspecify.annotations.NullMarked;
