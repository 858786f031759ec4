package org.interactiveml.engine.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.interactiveml.engine.numeric.Infeasible;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.view.Report;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: what it reads, and how its value follows from that.
 *
 * <pre>{@code
 * Stage<Sample> data = Stage.named("data", Phase.DATA).reads(SAMPLES, NOISE).computes(in -> draw(in.get(SAMPLES), in.get(NOISE)));
 * Stage<Fit> fit = Stage.named("fit", Phase.FIT).after(data).reads(DEGREE).computes(in -> ...).reportedBy(Fit::report);
 * }</pre>
 *
 * Immutable; the computation must be a pure function of what it reads.
 *
 * @param <T> the type of its value, immutable
 */
public final class Stage<T> {
    private final Declaration declaration;
    private final Computation<T> computation;
    private final @Nullable Function<? super T, Report> reporter;
    private final Function<Inputs, List<Cure>> cures;

    private Stage(
            Declaration declaration,
            Computation<T> computation,
            @Nullable Function<? super T, Report> reporter,
            Function<Inputs, List<Cure>> cures) {
        this.declaration = declaration;
        this.computation = computation;
        this.reporter = reporter;
        this.cures = cures;
    }

    /** Starts the declaration of a stage. */
    public static Declaration named(String id, Phase phase) {
        return new Declaration(id, phase, Set.of(), List.of(), false);
    }

    /** The same stage with its value shown to the outside; without this, a stage is internal. */
    public Stage<T> reportedBy(Function<? super T, Report> newReporter) {
        return new Stage<>(declaration, computation, newReporter, cures);
    }

    /**
     * The same stage with changes to try where it has no value. They may change only parameters that the stage itself reads:
     * each is tried, and of those that work the first for its parameters is offered.
     *
     * @param newCures the candidates, the best first
     */
    public Stage<T> curedBy(Function<Inputs, List<Cure>> newCures) {
        return new Stage<>(declaration, computation, reporter, newCures);
    }

    /** Unique within its plan. */
    public String id() {
        return declaration.id;
    }

    /** What its time is booked under. */
    public Phase phase() {
        return declaration.phase;
    }

    /** The parameters it may read. */
    public Set<Parameter<?>> parameters() {
        return declaration.parameters;
    }

    /** The stages whose values it may read. */
    public List<Stage<?>> dependencies() {
        return declaration.dependencies;
    }

    /** Whether its value depends on the fidelity. */
    public boolean refines() {
        return declaration.refines;
    }

    /** Whether its value is shown to the outside. */
    public boolean isReported() {
        return reporter != null;
    }

    /** The report of a value of this stage; only of reported stages. */
    public Report report(T value) {
        if (reporter == null) {
            throw new IllegalStateException("stage " + id() + " is internal");
        }
        return reporter.apply(value);
    }

    T compute(Inputs inputs) {
        return computation.compute(inputs);
    }

    /** Those changes with which this stage has a value; to be asked where it has none. */
    List<Cure> cures(Inputs inputs) {
        List<Cure> working = new ArrayList<>();
        Set<Set<Parameter<?>>> cured = new HashSet<>();
        for (Cure candidate : cures.apply(inputs)) {
            if (!cured.contains(candidate.patch().parameters()) && works(candidate, inputs)) {
                cured.add(candidate.patch().parameters());
                working.add(candidate);
            }
        }
        return working;
    }

    private boolean works(Cure candidate, Inputs inputs) {
        try {
            computation.compute(new Patched(inputs, candidate.patch()));
            return true;
        } catch (Infeasible stillNone) {
            return false;
        }
    }

    @Override
    public String toString() {
        return id();
    }

    /** How a value follows from what a stage reads. */
    @FunctionalInterface
    public interface Computation<T> {
        /**
         * Computes the value.
         *
         * @throws Infeasible where these inputs have none, with the reasons
         * @throws java.util.concurrent.CancellationException when cancelled meanwhile
         */
        T compute(Inputs inputs);
    }

    /** A stage without its computation. */
    public static final class Declaration {
        private final String id;
        private final Phase phase;
        private final Set<Parameter<?>> parameters;
        private final List<Stage<?>> dependencies;
        private final boolean refines;

        private Declaration(
                String id, Phase phase, Set<Parameter<?>> parameters, List<Stage<?>> dependencies, boolean refines) {
            this.id = id;
            this.phase = phase;
            this.parameters = parameters;
            this.dependencies = dependencies;
            this.refines = refines;
        }

        /** Declares the parameters it reads. */
        public Declaration reads(Parameter<?>... newParameters) {
            return new Declaration(id, phase, Set.of(newParameters), dependencies, refines);
        }

        /** Declares the stages it reads. */
        public Declaration after(Stage<?>... newDependencies) {
            return new Declaration(id, phase, parameters, List.of(newDependencies), refines);
        }

        /** Declares that it computes a draft first and more at rest. */
        public Declaration refining() {
            return new Declaration(id, phase, parameters, dependencies, true);
        }

        /** Completes the stage. */
        public <T> Stage<T> computes(Computation<T> computation) {
            return new Stage<>(this, computation, null, in -> List.of());
        }
    }
}
