package org.interactiveml.engine.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.engine.parameter.Snapshot;
import org.interactiveml.engine.view.ViewSpec;

/**
 * One thing to try: typed parameters, stages, views. Controls, validation, links, recording, replay, the HTTP interface and
 * metrics follow from it with no further code. Implementations are immutable.
 */
public interface Experiment {

    /** Lower case, stable: it stands in links and scripts. */
    String id();

    /** A heading. */
    String title();

    /** One sentence for a person choosing among experiments. */
    String summary();

    /** What can be changed, in the order of the page. */
    ParameterSet parameters();

    /** Rules between parameters that no single one can check; empty where the snapshot is valid. */
    default List<Problem> problems(Snapshot snapshot) {
        return List.of();
    }

    /** The parameters that have no effect in this state: a page shows them subdued. */
    default Set<Parameter<?>> idle(Snapshot snapshot) {
        return Set.of();
    }

    /** How outcomes follow from parameters. */
    Plan plan();

    /** The stage that a script reports when it asks for no other. */
    Stage<?> fit();

    /** The stage that yields the rows of a fit with its predictions, where there are any to take home. */
    default Optional<Stage<Sheet>> sheet() {
        return Optional.empty();
    }

    /** What there is to see, in the order of the page. */
    List<ViewSpec> views();

    /** The stages that the views read. */
    default List<Stage<?>> viewed() {
        Set<String> ids = views().stream()
                .flatMap(view -> view.paths().stream())
                .map(path -> path.substring(0, path.indexOf('.')))
                .collect(Collectors.toSet());
        return plan().stages().stream()
                .filter(stage -> ids.contains(stage.id()))
                .toList();
    }
}
