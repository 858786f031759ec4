/** What all model families share: how a fit ended and how well it fits. One package per family lies below. */
@NullMarked
package org.interactiveml.engine.model;

import org.jspecify.annotations.NullMarked;
