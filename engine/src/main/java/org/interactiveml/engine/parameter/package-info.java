/**
 * Typed parameters, immutable snapshots of their values, and the atomic patches between them. Holds the one codec that URL,
 * script and API share; never what a parameter is used for.
 */
@NullMarked
package org.interactiveml.engine.parameter;

import org.jspecify.annotations.NullMarked;
