/**
 * What there is to see: reports (named numbers and columns of one stage) and view specifications that refer to them by path.
 * Never how, or with what, anything is drawn.
 */
@NullMarked
package org.interactiveml.engine.view;

import org.jspecify.annotations.NullMarked;
