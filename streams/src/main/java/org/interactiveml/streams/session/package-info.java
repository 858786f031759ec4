/**
 * The live session: patches in, frames out, and the policy that decides when to run. Never computes on a caller's thread.
 */
@NullMarked
package org.interactiveml.streams.session;

import org.jspecify.annotations.NullMarked;
