/** What the pages say, in the languages there are. Knows what an experiment calls its things, nothing of any one page. */
@NullMarked
package org.interactiveml.ui.text;

import org.jspecify.annotations.NullMarked;
