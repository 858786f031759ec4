/** What is live: sessions, replay, the wire format and the Vert.x routes. */
@NullMarked
package org.interactiveml.streams;

import org.jspecify.annotations.NullMarked;
