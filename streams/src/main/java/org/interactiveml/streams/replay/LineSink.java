package org.interactiveml.streams.replay;

import java.io.IOException;

/** Receives the lines of a replay, each whole. */
@FunctionalInterface
public interface LineSink {
    /** A line in UTF-8, with its newline. */
    void line(byte[] utf8) throws IOException;
}
