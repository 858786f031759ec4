/**
 * One run of an experiment, and the seam through which metrics, recording and logs see it. Knows no Rx and no thread.
 */
@NullMarked
package org.interactiveml.streams.run;

import org.jspecify.annotations.NullMarked;
