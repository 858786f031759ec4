package org.interactiveml.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableReader;

/**
 * The tables of one's own that pages offer: the CSV files of a folder, which may come and go, and files that a person sends.
 * Thread-safe.
 */
public final class Tables {
    private static final String ENDING = ".csv";

    /** A table takes memory while it is read, so that only so many are read at a time. */
    static final int AT_A_TIME = 8;

    private static final int LONGEST_NAME = 80;

    private final Optional<Path> folder;
    private final Semaphore reading = new Semaphore(AT_A_TIME, true);

    /**
     * The tables of a folder.
     *
     * @param folder where they lie; none are offered without one
     */
    public Tables(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The names of the files, sorted. */
    List<String> names() {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads one of them.
     *
     * @throws org.interactiveml.engine.data.TableException where it is not a table, with every problem
     */
    Table read(String name) {
        return TableReader.read(folder.orElseThrow().resolve(name));
    }

    /**
     * Reads what a person sends.
     *
     * @throws org.interactiveml.engine.data.TableException where it is not a table, with every problem
     * @throws Busy where too many others are being read
     * @throws IOException where the stream breaks off
     */
    Table read(String name, InputStream sent) throws IOException {
        if (!reading.tryAcquire()) {
            throw new Busy();
        }
        try {
            return TableReader.read(plain(name), sent);
        } finally {
            reading.release();
        }
    }

    /** There is no room to read another file. */
    static final class Busy extends IOException {
        private static final long serialVersionUID = 1;

        private Busy() {
            super("too many files are being read");
        }
    }

    /** The name without folders and without what breaks a line. */
    private static String plain(String name) {
        String last = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')))
                .replaceAll("\\p{C}", " ")
                .strip();
        return last.isEmpty() ? "own.csv" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }
}
