package org.interactiveml.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.interactiveml.engine.catalog.Catalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that adds experiments of one's own to a command. What is wrong with one is told on stderr, and the rest is used. */
final class ExperimentsFolder {
    @Option(
            names = "--experiments",
            paramLabel = "DIR",
            description = "folder whose jars bring experiments of your own")
    private @Nullable Path folder;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /**
     * The experiments that ship and those of the folder.
     *
     * @throws UsageException where it is no folder
     */
    Catalog catalog() {
        if (folder == null) {
            return Catalog.standard();
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--experiments must be a folder, not " + folder);
        }
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        Catalog catalog = Catalog.standard().and(folder, problem -> err.println("iml: " + problem));
        err.flush();
        return catalog;
    }
}
