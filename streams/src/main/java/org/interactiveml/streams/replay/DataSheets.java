package org.interactiveml.streams.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interactiveml.engine.data.Dataset;
import org.interactiveml.streams.wire.Json;

/** The data sets of one recording as CSV files, each written once, numbers so that they read back as they were. */
final class DataSheets {
    private final Map<Dataset, String> names = new LinkedHashMap<>();

    /** What a script's {@code data} says to get this data set. */
    void reference(JsonGenerator json, Dataset dataset) throws IOException {
        String file = names.computeIfAbsent(dataset, added -> "data-" + (names.size() + 1) + ".csv");
        json.writeStartObject();
        json.writeStringField("file", file);
        Json.texts(json, "x", dataset.featureNames());
        json.writeStringField("y", dataset.targetName());
        if (dataset.test() != null) {
            json.writeStringField("split", splitName(dataset));
        }
        json.writeEndObject();
    }

    /** Text by name of the file. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        names.forEach((dataset, name) -> files.put(name, csv(dataset)));
        return files;
    }

    private static String csv(Dataset dataset) {
        List<String> header = new ArrayList<>(dataset.featureNames());
        header.add(dataset.targetName());
        boolean[] test = dataset.test();
        if (test != null) {
            header.add(splitName(dataset));
        }
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", header.stream().map(DataSheets::quoted).toList()));
        for (int row = 0; row < dataset.size(); row++) {
            csv.append('\n');
            for (double[] feature : dataset.features()) {
                csv.append(feature[row]).append(',');
            }
            double target = dataset.target()[row];
            if (dataset.classes().isEmpty()) {
                csv.append(target);
            } else {
                csv.append(quoted(dataset.classes().get((int) target)));
            }
            if (test != null) {
                csv.append(test[row] ? ",test" : ",train");
            }
        }
        return csv.append('\n').toString();
    }

    /** A name that no other column has. */
    private static String splitName(Dataset dataset) {
        StringBuilder name = new StringBuilder("part");
        while (dataset.featureNames().contains(name.toString())
                || dataset.targetName().contentEquals(name)) {
            name.append('_');
        }
        return name.toString();
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
