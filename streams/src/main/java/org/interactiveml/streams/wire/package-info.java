/**
 * What leaves and enters the program as bytes: JSON, the binary live frame, the sealed messages of the live socket. Knows no
 * transport and no session.
 */
@NullMarked
package org.interactiveml.streams.wire;

import org.jspecify.annotations.NullMarked;
