package org.interactiveml.streams.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.engine.data.Table;
import org.interactiveml.engine.data.TableException;
import org.interactiveml.engine.data.TableReader;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.Patch;
import org.interactiveml.streams.wire.Fields;

/**
 * The data files of one script: each lies in the script's folder or below, whatever links there are, and is read once. Not
 * thread-safe.
 */
final class DataFiles {
    private final Path folder;
    private final Map<Path, Table> tables = new HashMap<>();

    DataFiles(Path folder) {
        this.folder = folder;
    }

    /** The change that a line's {@code data} makes; no change where it is wrong. */
    Patch read(Fields line, Experiment experiment, Consumer<String> problems) {
        Optional<DatasetParameter> parameter = experiment.parameters().list().stream()
                .filter(DatasetParameter.class::isInstance)
                .map(DatasetParameter.class::cast)
                .findFirst();
        if (parameter.isEmpty()) {
            problems.accept(experiment.id() + " takes no data");
            return Patch.empty();
        }
        return line.object("data")
                .flatMap(data -> dataset(
                        new Fields(data, message -> problems.accept("data: " + message)),
                        parameter.get().target(),
                        problems))
                .map(dataset -> Patch.of(parameter.get(), Optional.of(dataset)))
                .orElse(Patch.empty());
    }

    private Optional<Dataset> dataset(Fields data, Dataset.Target kind, Consumer<String> problems) {
        data.require("file", "x", "y");
        Optional<String> file = data.text("file");
        Optional<List<String>> x = data.texts("x");
        Optional<String> y = data.text("y");
        Optional<String> split = data.text("split");
        data.refuseOthers();
        Optional<Path> path = file.flatMap(name -> inside(name, problems));
        if (path.isEmpty() || x.isEmpty() || y.isEmpty() || (data.has("split") && split.isEmpty())) {
            return Optional.empty();
        }
        try {
            Table table = tables.get(path.get());
            if (table == null) {
                table = TableReader.read(path.get());
                tables.put(path.get(), table);
            }
            return Optional.of(Dataset.select(table, x.get(), y.get(), split.orElse(null), kind));
        } catch (TableException refused) {
            refused.problems().forEach(problems);
            return Optional.empty();
        }
    }

    private Optional<Path> inside(String name, Consumer<String> problems) {
        try {
            Path path = folder.resolve(name).normalize();
            boolean outside = Path.of(name).isAbsolute()
                    || !path.startsWith(folder.normalize())
                    || (Files.exists(path) && !path.toRealPath().startsWith(folder.toRealPath()));
            if (!outside) {
                return Optional.of(path);
            }
            problems.accept("data: file must stay in the script's folder, not " + Fields.shown(name));
        } catch (InvalidPathException | IOException refused) {
            problems.accept("data: file must be the name of a file, not " + Fields.shown(name));
        }
        return Optional.empty();
    }
}
