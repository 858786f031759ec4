package org.interactiveml.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on and refuses to go past a limit. */
final class CountingStream extends FilterInputStream {
    private long left;

    CountingStream(InputStream in, long limit) {
        super(in);
        left = limit;
    }

    /** The stream is longer than allowed. */
    static final class TooLong extends IOException {}

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
