/**
 * The doors to the network: the live WebSocket and the HTTP interface, as Vert.x handlers. The only package that imports
 * io.vertx; event loops here read, check and hand over, and never compute.
 */
@NullMarked
package org.interactiveml.streams.vertx;

import org.jspecify.annotations.NullMarked;
