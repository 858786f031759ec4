package org.interactiveml.engine.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads CSV files as people have them: UTF-8 with or without byte order mark; cells separated by commas, semicolons, tabs or
 * bars, whichever the file uses; quotes; decimal commas where the comma does not separate; blank lines skipped. The first row
 * is the header, unless all of it is numbers: then the columns are named c1, c2, … So is a column whose header is blank.
 *
 * <p>Limits: 200 MB, {@value #MAX_ROWS} rows, {@value #MAX_COLUMNS} columns, {@value #MAX_CELLS} cells. Cost: linear in the
 * bytes; memory: eight bytes per cell. Stateless.
 */
public final class TableReader {
    public static final int MAX_ROWS = 1_000_000;
    public static final int MAX_COLUMNS = 10_000;

    /** Rows times columns, which bounds the memory whatever the shape. */
    public static final int MAX_CELLS = 50_000_000;

    /** The largest file, 200 MB. */
    public static final int MAX_BYTES = 200_000_000;

    private static final int SAMPLE = 1 << 16;

    private TableReader() {}

    /**
     * Reads a file, calling it by its last name in messages.
     *
     * @throws TableException with one line for each problem: missing, a directory, unreadable, or as {@link #read(String,
     *     InputStream)}
     */
    public static Table read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            throw Problems.only(name + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw Problems.only(name + " is a directory, not a file");
        }
        if (!Files.isRegularFile(file)) {
            throw Problems.only(name + " is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    /**
     * Reads a stream to its end without closing it.
     *
     * @param name what messages call it, such as {@code own.csv}
     * @throws TableException with one line for each problem: too large, not UTF-8 text, empty, without rows, column names that
     *     occur twice, rows longer or shorter than the header
     * @throws IOException where the stream breaks off
     */
    public static Table read(String name, InputStream in) throws IOException {
        CountingStream bytes = new CountingStream(in, MAX_BYTES);
        BufferedReader text =
                new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), SAMPLE);
        try {
            skipByteOrderMark(text);
            String beginning = beginning(text);
            if (beginning.indexOf('\0') >= 0) {
                throw notText(name);
            }
            return new RecordReader(name, Delimiter.detect(beginning)).read(text);
        } catch (IOException | UncheckedIOException e) {
            throw explain(name, e);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    private static String beginning(BufferedReader text) throws IOException {
        char[] sample = new char[SAMPLE];
        text.mark(SAMPLE);
        int length = 0;
        for (int n = 0; n >= 0 && length < SAMPLE; n = text.read(sample, length, SAMPLE - length)) {
            length += n;
        }
        text.reset();
        return new String(sample, 0, length);
    }

    private static TableException explain(String name, Exception e) throws IOException {
        IOException reason = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
        if (reason instanceof CountingStream.TooLong) {
            return Problems.only(name + " must be at most " + MAX_BYTES / 1_000_000 + " MB, but is larger");
        }
        if (reason instanceof CharacterCodingException) {
            return notText(name);
        }
        throw reason;
    }

    private static TableException notText(String name) {
        return Problems.only(name + " is not UTF-8 text; save it as CSV in UTF-8");
    }

    private static TableException unreadable(String name) {
        return Problems.only(name + " cannot be read");
    }
}
