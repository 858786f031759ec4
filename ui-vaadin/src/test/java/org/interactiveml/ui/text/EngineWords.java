package org.interactiveml.ui.text;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interactiveml.engine.catalog.Catalog;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.ViewSpec;

/** Every text of the catalogue's experiments that a page shows, by the key under which it is translated. */
final class EngineWords {
    private final Map<String, String> byKey = new TreeMap<>();

    private EngineWords() {}

    static Map<String, String> ofTheCatalogue() {
        EngineWords words = new EngineWords();
        Catalog.standard().experiments().forEach(words::add);
        return words.byKey;
    }

    private void add(Experiment experiment) {
        byKey.put("experiment." + experiment.id() + ".title", experiment.title());
        byKey.put("experiment." + experiment.id() + ".summary", experiment.summary());
        experiment.parameters().forEach(this::add);
        experiment.views().forEach(this::add);
    }

    private void add(Parameter<?> parameter) {
        add("parameter", parameter.label());
        if (parameter instanceof ChoiceParameter<?> choice) {
            choice.choices().forEach(value -> add("choice", value.toString()));
        }
        if (parameter instanceof FormulaParameter formula) {
            formula.suggestions().forEach(suggestion -> add("suggestion", suggestion.label()));
        }
    }

    private void add(ViewSpec view) {
        add("view", view.title());
        switch (view) {
            case ViewSpec.Plot plot -> {
                add("axis", plot.x().label());
                add("axis", plot.y().label());
                plot.layers().stream().flatMap(EngineWords::label).forEach(label -> add("layer", label));
            }
            case ViewSpec.Scores scores -> scores.rows().forEach(row -> add("score", row.label()));
            case ViewSpec.Bars bars -> bars.table().forEach(extra -> add("column", extra.label()));
            case ViewSpec.Matrix matrix -> {
                add("column", matrix.rowLabel());
                add("column", matrix.columnLabel());
            }
            case ViewSpec.Table table -> table.columns().forEach(column -> add("column", column.label()));
            case ViewSpec.Notes notes ->
                notes.notes().stream()
                        .map(ViewSpec.Notes.Note::label)
                        .filter(label -> !label.isEmpty())
                        .forEach(label -> add("note", label));
        }
    }

    private static Stream<String> label(Layer layer) {
        return switch (layer) {
            case Layer.Points points -> Stream.of(points.label());
            case Layer.Line line -> Stream.of(line.label());
            case Layer.Band band -> Stream.of(band.label());
            case Layer.Surface surface -> Stream.of(surface.label());
            case Layer.Lines lines -> Stream.of(lines.label());
            case Layer.Marker marker -> Stream.of(marker.label());
            case Layer.Reference reference -> Stream.of();
        };
    }

    private void add(String kind, String english) {
        byKey.put(kind + "." + Texts.slug(english), english);
    }
}
