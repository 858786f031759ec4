package org.interactiveml.engine.catalog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.numeric.Workers;

/** The experiments that there are, in the order in which a person meets them. */
public final class Catalog {
    private static final Workers WORKERS =
            new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
    private static final List<Experiment> EXPERIMENTS = List.of(new Regression(WORKERS));

    private Catalog() {}

    /** All experiments; the first is the one to start with. */
    public static List<Experiment> experiments() {
        return EXPERIMENTS;
    }

    /** The experiment of that id, if there is one. */
    public static Optional<Experiment> find(String id) {
        return EXPERIMENTS.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst();
    }
}
