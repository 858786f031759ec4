package org.interactiveml.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;

class CatalogJsonTest {
    private final ToyExperiment toy = new ToyExperiment();
    private final Map<String, Object> experiment = experiment();

    private Map<String, Object> experiment() {
        String array = CatalogJson.experiments(List.of(toy));
        return new JsonReader(100_000, 1_000).object(array.substring(1, array.length() - 1));
    }

    @Test
    void everyParameterIsDescribed() {
        assertThat((List<?>) experiment.get("parameters"))
                .hasSize(toy.parameters().list().size());
        assertThat(parameter(3))
                .isEqualTo(Map.ofEntries(
                        Map.entry("id", "noise"),
                        Map.entry("label", "Noise"),
                        Map.entry("group", "data"),
                        Map.entry("kind", "real"),
                        Map.entry("default", 0.5),
                        Map.entry("hard", Map.of("min", 0.0, "max", 1e300)),
                        Map.entry("soft", Map.of("min", 0.01, "max", 10.0)),
                        Map.entry("step", 0.05),
                        Map.entry("scale", "log"),
                        Map.entry("unit", "m")));
        assertThat(parameter(7))
                .isEqualTo(Map.of(
                        "id",
                        "model",
                        "label",
                        "Model",
                        "group",
                        "model",
                        "kind",
                        "choice",
                        "default",
                        "plain",
                        "choices",
                        List.of(
                                Map.of("name", "plain", "label", "PLAIN"),
                                Map.of("name", "two-words", "label", "TWO_WORDS"))));
    }

    @Test
    void internalStagesAreNotListed() {
        assertThat(experiment.get("stages")).isEqualTo(List.of("points", "fit", "error-by-degree"));
    }

    @Test
    void viewsAreWrittenAsThePageReadsThem() {
        assertThat(toy.views().stream().map(ViewJson::text))
                .containsExactly(
                        "{\"id\":\"fit\",\"kind\":\"plot\",\"title\":\"The fit\",\"x\":{\"label\":\"x\",\"scale\":\"linear\",\"whole\":false},"
                                + "\"y\":{\"label\":\"y\",\"scale\":\"linear\",\"whole\":false},\"aspect\":\"square\",\"layers\":["
                                + "{\"mark\":\"points\",\"label\":\"Rows\",\"role\":\"train\","
                                + "\"x\":\"points.x\",\"y\":\"points.y\"},"
                                + "{\"mark\":\"line\",\"label\":\"Truth\",\"role\":\"truth\","
                                + "\"x\":\"points.x\",\"y\":\"points.x\"},"
                                + "{\"mark\":\"band\",\"label\":\"Spread\",\"role\":\"fit\","
                                + "\"x\":\"points.x\",\"low\":\"points.x\",\"high\":\"points.y\"},"
                                + "{\"mark\":\"reference\",\"line\":\"identity\"}]}",
                        "{\"id\":\"scores\",\"kind\":\"scores\",\"title\":\"Scores\",\"rows\":[{\"label\":\"R²\","
                                + "\"train\":\"fit.train.r2\",\"test\":\"fit.test.r2\",\"better\":\"higher\"}],\"about\":[]}",
                        "{\"id\":\"bars\",\"kind\":\"bars\",\"title\":\"Bars\",\"names\":\"fit.names\","
                                + "\"values\":\"fit.coefficients\","
                                + "\"table\":[{\"label\":\"Error\",\"values\":\"fit.errors\"}]}",
                        "{\"id\":\"notes\",\"kind\":\"notes\",\"title\":\"Notes\","
                                + "\"notes\":[{\"label\":\"Rows\",\"value\":\"fit.rows\"}]}");
    }

    private Object parameter(int index) {
        return ((List<?>) Objects.requireNonNull(experiment.get("parameters"))).get(index);
    }
}
