/** Whether the bundles say all there is to say, and nothing else. */
@NullMarked
package org.interactiveml.ui.text;

import org.jspecify.annotations.NullMarked;
