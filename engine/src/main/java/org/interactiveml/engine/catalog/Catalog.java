package org.interactiveml.engine.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.numeric.Workers;

/** The experiments that there are, in the order in which a person meets them. Immutable. */
public final class Catalog {
    private static final Catalog STANDARD = new Catalog(List.of(
            new Regression(Workers.shared()),
            new Classification(Workers.shared()),
            new CurveFitting(),
            new KernelMethods(),
            new Multivariate(Workers.shared())));

    private final List<Experiment> experiments;

    private Catalog(List<Experiment> experiments) {
        this.experiments = List.copyOf(experiments);
    }

    /** The experiments that ship with the program. */
    public static Catalog standard() {
        return STANDARD;
    }

    /**
     * These experiments and, behind them, those that the jars of a folder provide: each jar names its experiments' classes in
     * {@code META-INF/services/org.interactiveml.engine.experiment.Experiment}. The jars are read in the order of their names
     * and stay open as long as the program runs.
     *
     * @param folder an existing folder
     * @param complain is told in one line of each jar and each experiment that is left out, and why
     */
    public Catalog and(Path folder, Consumer<String> complain) {
        List<Experiment> all = new ArrayList<>(experiments);
        new Extensions(all, complain).addFrom(folder);
        return new Catalog(all);
    }

    /** All experiments; the first is the one to start with. */
    public List<Experiment> experiments() {
        return experiments;
    }

    /** The experiment of that id, if there is one. */
    public Optional<Experiment> find(String id) {
        return experiments.stream()
                .filter(experiment -> experiment.id().equals(id))
                .findFirst();
    }
}
