/** The browser that tests drive. */
@NullMarked
package org.interactiveml.ui.browser;

import org.jspecify.annotations.NullMarked;
