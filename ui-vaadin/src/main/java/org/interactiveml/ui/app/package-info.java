/** The program: its command line, the public port, the ops port, and Jetty with Vaadin behind them. Computes nothing. */
@NullMarked
package org.interactiveml.ui.app;

import org.jspecify.annotations.NullMarked;
