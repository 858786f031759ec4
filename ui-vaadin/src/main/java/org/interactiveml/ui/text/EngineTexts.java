package org.interactiveml.ui.text;

import java.util.List;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.view.Axis;
import org.interactiveml.engine.view.Layer;
import org.interactiveml.engine.view.ViewSpec;
import org.interactiveml.streams.history.Names;

/**
 * What experiments call their things, in a language. The engine speaks English, which scripts and the HTTP interface keep; the
 * key of a text is its kind and its English words, so that an experiment from a jar finds the translation of what others say
 * too, and is English otherwise. Immutable.
 */
public record EngineTexts(Texts texts) implements Names {

    /** Those of the page that is being served. */
    public static EngineTexts current() {
        return new EngineTexts(Texts.current());
    }

    /** An experiment's heading. */
    public String title(Experiment experiment) {
        return texts.ofEngine("experiment", experiment.id() + ".title", experiment.title());
    }

    /** An experiment's one sentence. */
    public String summary(Experiment experiment) {
        return texts.ofEngine("experiment", experiment.id() + ".summary", experiment.summary());
    }

    /** What stands beside a parameter's control. */
    @Override
    public String label(Parameter<?> parameter) {
        return texts.ofEngine("parameter", parameter.label());
    }

    /** One of a choice's values. */
    @Override
    public String choice(Object value) {
        return texts.ofEngine("choice", value.toString());
    }

    @Override
    public String start() {
        return texts.get("timeline.start");
    }

    @Override
    public String changes(int count, String labels) {
        return texts.get("timeline.changes", count, labels);
    }

    /** A formula that is offered. */
    public String suggestion(FormulaParameter.Suggestion suggestion) {
        return texts.ofEngine("suggestion", suggestion.label());
    }

    /** The same view with its words translated. */
    public ViewSpec view(ViewSpec spec) {
        return switch (spec) {
            case ViewSpec.Plot plot ->
                new ViewSpec.Plot(
                        plot.id(),
                        title(plot),
                        axis(plot.x()),
                        axis(plot.y()),
                        plot.square(),
                        plot.picks(),
                        plot.paints(),
                        plot.layers().stream().map(this::layer).toList());
            case ViewSpec.Scores scores ->
                new ViewSpec.Scores(
                        scores.id(),
                        title(scores),
                        scores.rows().stream().map(this::score).toList(),
                        scores.about());
            case ViewSpec.Bars bars ->
                new ViewSpec.Bars(bars.id(), title(bars), bars.names(), bars.values(), extras(bars.table()));
            case ViewSpec.Matrix matrix ->
                new ViewSpec.Matrix(
                        matrix.id(),
                        title(matrix),
                        texts.ofEngine("column", matrix.rowLabel()),
                        texts.ofEngine("column", matrix.columnLabel()),
                        matrix.names(),
                        matrix.values(),
                        matrix.shade());
            case ViewSpec.Table table ->
                new ViewSpec.Table(table.id(), title(table), table.names(), columns(table.columns()));
            case ViewSpec.Notes notes -> new ViewSpec.Notes(notes.id(), title(notes), notes(notes.notes()));
        };
    }

    private String title(ViewSpec view) {
        return texts.ofEngine("view", view.title());
    }

    private Axis axis(Axis axis) {
        return new Axis(texts.ofEngine("axis", axis.label()), axis.scale(), axis.whole());
    }

    private ViewSpec.Scores.Score score(ViewSpec.Scores.Score score) {
        return new ViewSpec.Scores.Score(
                texts.ofEngine("score", score.label()), score.train(), score.test(), score.higherIsBetter());
    }

    private List<ViewSpec.Bars.Extra> extras(List<ViewSpec.Bars.Extra> extras) {
        return extras.stream()
                .map(extra -> new ViewSpec.Bars.Extra(texts.ofEngine("column", extra.label()), extra.values()))
                .toList();
    }

    private List<ViewSpec.Table.Column> columns(List<ViewSpec.Table.Column> columns) {
        return columns.stream()
                .map(column -> new ViewSpec.Table.Column(texts.ofEngine("column", column.label()), column.values()))
                .toList();
    }

    private List<ViewSpec.Notes.Note> notes(List<ViewSpec.Notes.Note> notes) {
        return notes.stream()
                .map(note -> new ViewSpec.Notes.Note(
                        note.label().isEmpty() ? "" : texts.ofEngine("note", note.label()), note.value()))
                .toList();
    }

    private Layer layer(Layer layer) {
        return switch (layer) {
            case Layer.Points points -> new Layer.Points(layer(points.label()), points.role(), points.x(), points.y());
            case Layer.Line line -> new Layer.Line(layer(line.label()), line.role(), line.x(), line.y());
            case Layer.Band band -> new Layer.Band(layer(band.label()), band.role(), band.x(), band.low(), band.high());
            case Layer.Surface surface ->
                new Layer.Surface(
                        layer(surface.label()),
                        surface.palette(),
                        surface.x(),
                        surface.y(),
                        surface.values(),
                        surface.levels());
            case Layer.Lines lines ->
                new Layer.Lines(layer(lines.label()), lines.role(), lines.x(), lines.ys(), lines.names());
            case Layer.Marker marker -> new Layer.Marker(layer(marker.label()), marker.x());
            case Layer.Reference reference -> reference;
        };
    }

    private String layer(String label) {
        return texts.ofEngine("layer", label);
    }
}
