package org.interactiveml.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interactiveml.engine.catalog.Catalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cars.jsonl",
                "overfitting.jsonl",
                "classification.jsonl",
                "curve-fit.jsonl",
                "kernel.jsonl",
                "multivariate.jsonl"
            })
    void everyExampleRunsAsItPromises(String name) throws IOException {
        Script script =
                new ScriptReader(Catalog.standard().experiments()).read(Path.of("src/main/resources/examples", name));
        List<String> lines = new ArrayList<>();

        List<String> failures =
                new Replayer(System::nanoTime).run(script, line -> lines.add(new String(line, StandardCharsets.UTF_8)));

        assertThat(failures).isEmpty();
        assertThat(lines).hasSize((int) script.changes() + 1).last().asString().contains("\"failed\":0");
    }
}
