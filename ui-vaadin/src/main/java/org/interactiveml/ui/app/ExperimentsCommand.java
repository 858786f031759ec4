package org.interactiveml.ui.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
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
import org.interactiveml.streams.wire.CatalogJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code experiments}: what there is to try, with every parameter. */
@Command(name = "experiments", description = "List the experiments with their parameters.", sortOptions = false)
final class ExperimentsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("parameter", "kind", "default", "valid", "label");

    @Option(names = "--json", description = "as JSON, with views, slider ranges and steps")
    private boolean json;

    @Mixin
    private final ExperimentsFolder folder = new ExperimentsFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Experiment> experiments = folder.catalog().experiments();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.print(CatalogJson.experiments(experiments) + "\n");
        } else {
            experiments.forEach(experiment -> print(out, experiment));
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, Experiment experiment) {
        out.print(experiment.id() + ": " + experiment.title() + "\n" + experiment.summary() + "\n\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        experiment.parameters().forEach(parameter -> rows.add(row(parameter)));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append("  ").append(row.get(column)).repeat(" ", width(rows, column) - length(row.get(column)));
            }
            out.print(line.toString().stripTrailing() + "\n");
        }
        out.print("\n  A script may report: "
                + experiment.plan().stages().stream()
                        .filter(Stage::isReported)
                        .map(Stage::id)
                        .collect(Collectors.joining(", "))
                + "\n\n");
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static <T> List<String> row(Parameter<T> parameter) {
        return List.of(
                parameter.id(), CatalogJson.kind(parameter), shown(parameter), valid(parameter), parameter.label());
    }

    private static <T> String shown(Parameter<T> parameter) {
        T value = parameter.defaultValue();
        return parameter.text(value).isEmpty() ? "none" : plain(parameter.write(value));
    }

    private static String valid(Parameter<?> parameter) {
        return switch (parameter) {
            case IntegerParameter whole -> range(whole.bounds());
            case RealParameter real -> range(real.bounds());
            case ChoiceParameter<?> choice -> choices(choice);
            case SeedParameter seed -> "0 … " + SeedParameter.MAX;
            case FormulaParameter formula ->
                formula.names().isEmpty() ? "of any names" : "of " + String.join(", ", formula.names());
            case ToggleParameter toggle -> "true | false";
            case ValuesParameter values -> "numbers by name";
            case PointsParameter points ->
                "at most " + PointsParameter.MAX + " points " + (points.classes() ? "x,y,class;…" : "x,y;…");
            case DatasetParameter dataset -> "a file, or " + DatasetParameter.GENERATED;
        };
    }

    private static String range(Bounds bounds) {
        String unit = bounds.unit().isEmpty() ? "" : " " + bounds.unit();
        return plain(bounds.hardMin()) + " … " + plain(bounds.hardMax()) + unit;
    }

    private static <E extends Enum<E>> String choices(ChoiceParameter<E> parameter) {
        return parameter.choices().stream().map(parameter::name).collect(Collectors.joining(" | "));
    }

    private static String plain(Object value) {
        return value instanceof Double real && real == Math.rint(real) && Math.abs(real) < 1e15
                ? Long.toString(real.longValue())
                : value.toString();
    }
}
