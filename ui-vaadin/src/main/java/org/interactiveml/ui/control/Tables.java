package org.interactiveml.ui.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableReader;

/**
 * The tables of one's own that pages offer: the CSV files of a folder, which may come and go. Thread-safe.
 *
 * @param folder where they lie; none are offered without one
 */
public record Tables(Optional<Path> folder) {
    private static final String ENDING = ".csv";

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
}
