package org.interactiveml.streams.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.SeedParameter;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.streams.wire.Fields;

/**
 * The first line of a script: {@code {"replay":1,"experiment":"regression","title":"…","seed":42,"views":["points"]}}.
 *
 * <p>{@code seed} is the value of every seed parameter of the experiment; without it they keep their defaults. Everything else
 * starts at its default. {@code views} are further stages to report; {@code lock} and {@code hide} name parameters whose controls
 * a viewer may not move, or does not see, while the lesson is on.
 *
 * @param targets the fit, then the views
 */
record Header(
        Experiment experiment,
        String title,
        Snapshot start,
        List<Stage<?>> targets,
        Set<Parameter<?>> locked,
        Set<Parameter<?>> hidden) {
    static final String RULE = "it must start with a header such as {\"replay\":1,\"experiment\":\"regression\"}";

    /** The script with this header. */
    Script script(String name, List<Script.Step> steps) {
        return new Script(name, experiment, title, start, targets, locked, hidden, steps);
    }

    /** Reads a header; empty where there is no telling which experiment is meant. */
    static Optional<Header> read(
            Map<String, Object> object, List<Experiment> experiments, String language, Consumer<String> problems) {
        Fields fields = new Fields(object, problems);
        if (!fields.has("replay")) {
            problems.accept("not a script: " + RULE);
            return Optional.empty();
        }
        if (!Long.valueOf(Script.VERSION).equals(object.get("replay"))) {
            fields.refuse("replay", Script.VERSION + ", the only version of scripts that is understood here");
        }
        fields.require("experiment");
        Optional<Experiment> experiment = fields.text("experiment").flatMap(id -> find(id, experiments, problems));
        String title = fields.wording("title", language).orElse("");
        OptionalLong seed = fields.whole("seed", 0, SeedParameter.MAX);
        List<String> views = fields.texts("views").orElse(List.of());
        List<String> lock = fields.texts("lock").orElse(List.of());
        List<String> hide = fields.texts("hide").orElse(List.of());
        fields.refuseOthers();
        return experiment.map(known -> new Header(
                known,
                title,
                start(known.parameters(), seed),
                targets(known, views, problems),
                controls("lock", known, lock, problems),
                controls("hide", known, hide, problems)));
    }

    private static Set<Parameter<?>> controls(
            String key, Experiment experiment, List<String> ids, Consumer<String> problems) {
        Set<Parameter<?>> controls = new LinkedHashSet<>();
        for (String id : ids) {
            experiment
                    .parameters()
                    .find(id)
                    .ifPresentOrElse(
                            controls::add,
                            () -> problems.accept(
                                    key + ": " + Fields.shown(id) + " is not a parameter of " + experiment.id()));
        }
        return controls;
    }

    private static Optional<Experiment> find(String id, List<Experiment> experiments, Consumer<String> problems) {
        Optional<Experiment> found = experiments.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            problems.accept(Fields.shown(id) + " is not an experiment; known are "
                    + experiments.stream().map(Experiment::id).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static Snapshot start(ParameterSet parameters, OptionalLong seed) {
        Map<String, Object> seeds = new LinkedHashMap<>();
        if (seed.isPresent()) {
            for (Parameter<?> parameter : parameters) {
                if (parameter instanceof SeedParameter) {
                    seeds.put(parameter.id(), seed.getAsLong());
                }
            }
        }
        Snapshot defaults = parameters.defaults();
        return defaults.with(parameters.read(seeds)).atVersion(defaults.version());
    }

    private static List<Stage<?>> targets(Experiment experiment, List<String> views, Consumer<String> problems) {
        Set<Stage<?>> targets = new LinkedHashSet<>();
        targets.add(experiment.fit());
        List<Stage<?>> reported =
                experiment.plan().stages().stream().filter(Stage::isReported).toList();
        for (String view : views) {
            reported.stream()
                    .filter(stage -> stage.id().equals(view))
                    .findFirst()
                    .ifPresentOrElse(
                            targets::add,
                            () -> problems.accept(Fields.shown(view) + " is not a view of " + experiment.id()
                                    + "; known are "
                                    + reported.stream().map(Stage::id).collect(Collectors.joining(", "))));
        }
        return new ArrayList<>(targets);
    }
}
