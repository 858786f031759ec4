/** The pages: what a browser sees at each address. Knows the services it asks for, not the servers that carry it. */
@NullMarked
package org.interactiveml.ui.page;

import org.jspecify.annotations.NullMarked;
