package org.interactiveml.streams.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.parameter.Bounds;
import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.DatasetParameter;
import org.interactiveml.engine.parameter.FormulaParameter;
import org.interactiveml.engine.parameter.IntegerParameter;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.PointsParameter;
import org.interactiveml.engine.parameter.RealParameter;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.ToggleParameter;
import org.interactiveml.engine.parameter.ValuesParameter;
import org.interactiveml.engine.view.ViewSpec;

/** Experiments as JSON: all that a stranger's program needs to know before it sets a parameter. Stateless. */
public final class CatalogJson {
    private CatalogJson() {}

    /** The experiments with every parameter and view, as one array. */
    public static String experiments(List<Experiment> experiments) {
        return Json.text(out -> {
            out.writeStartArray();
            for (Experiment experiment : experiments) {
                experiment(out, experiment);
            }
            out.writeEndArray();
        });
    }

    private static void experiment(JsonGenerator out, Experiment experiment) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", experiment.id());
        out.writeStringField("title", experiment.title());
        out.writeStringField("summary", experiment.summary());
        out.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : experiment.parameters()) {
            parameter(out, parameter);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("stages");
        for (var stage : experiment.plan().stages()) {
            if (stage.isReported()) {
                out.writeString(stage.id());
            }
        }
        out.writeEndArray();
        out.writeArrayFieldStart("views");
        for (ViewSpec view : experiment.views()) {
            ViewJson.write(out, view);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static <T> void parameter(JsonGenerator out, Parameter<T> parameter) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", parameter.id());
        out.writeStringField("label", parameter.label());
        out.writeStringField("group", word(parameter.group()));
        out.writeStringField("kind", kind(parameter));
        out.writeFieldName("default");
        Json.plain(out, parameter.write(parameter.defaultValue()));
        switch (parameter) {
            case IntegerParameter whole -> bounds(out, whole.bounds());
            case RealParameter real -> bounds(out, real.bounds());
            case ChoiceParameter<?> choice -> choices(out, choice);
            case SeedParameter seed -> range(out, "hard", 0, SeedParameter.MAX);
            case FormulaParameter formula -> formula(out, formula);
            case DatasetParameter dataset -> {
                out.writeStringField("target", word(dataset.target()));
                if (dataset.mostFeatures() < Integer.MAX_VALUE) {
                    out.writeNumberField("mostFeatures", dataset.mostFeatures());
                }
            }
            case ToggleParameter toggle -> {}
            case ValuesParameter values -> {}
            case PointsParameter points -> {
                out.writeBooleanField("classes", points.classes());
                out.writeNumberField("most", PointsParameter.MAX);
            }
        }
        out.writeEndObject();
    }

    /** The word for the kind of a parameter. */
    public static String kind(Parameter<?> parameter) {
        return switch (parameter) {
            case IntegerParameter whole -> "integer";
            case RealParameter real -> "real";
            case ChoiceParameter<?> choice -> "choice";
            case SeedParameter seed -> "seed";
            case FormulaParameter formula -> "formula";
            case DatasetParameter dataset -> "dataset";
            case ToggleParameter toggle -> "toggle";
            case ValuesParameter values -> "values";
            case PointsParameter points -> "points";
        };
    }

    private static void bounds(JsonGenerator out, Bounds bounds) throws IOException {
        range(out, "hard", bounds.hardMin(), bounds.hardMax());
        range(out, "soft", bounds.softMin(), bounds.softMax());
        out.writeNumberField("step", bounds.step());
        out.writeStringField("scale", word(bounds.scale()));
        out.writeStringField("unit", bounds.unit());
    }

    private static void formula(JsonGenerator out, FormulaParameter formula) throws IOException {
        Json.texts(out, "names", formula.names());
        if (!formula.suggestions().isEmpty()) {
            out.writeArrayFieldStart("suggestions");
            for (FormulaParameter.Suggestion suggestion : formula.suggestions()) {
                out.writeStartObject();
                out.writeStringField("label", suggestion.label());
                out.writeStringField("formula", suggestion.formula().toString());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    private static void range(JsonGenerator out, String name, double min, double max) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeFieldName("min");
        Json.number(out, min);
        out.writeFieldName("max");
        Json.number(out, max);
        out.writeEndObject();
    }

    private static <E extends Enum<E>> void choices(JsonGenerator out, ChoiceParameter<E> parameter)
            throws IOException {
        out.writeArrayFieldStart("choices");
        for (E choice : parameter.choices()) {
            out.writeStartObject();
            out.writeStringField("name", parameter.name(choice));
            out.writeStringField("label", choice.toString());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
