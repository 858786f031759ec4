/** Columns of numbers: drawing, generating, splitting and reading them. Knows no model. */
@NullMarked
package org.interactiveml.engine.data;

import org.jspecify.annotations.NullMarked;
