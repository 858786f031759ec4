package org.interactiveml.engine.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A static acyclic graph of stages. Since a stage is declared with the stages it reads, a cycle cannot be written; the plan
 * checks that all of them are in it. Immutable.
 */
public final class Plan {
    private final List<Stage<?>> stages;
    private final Map<Stage<?>, Integer> indices = new HashMap<>();

    private Plan(List<Stage<?>> stages) {
        this.stages = stages;
        for (Stage<?> stage : stages) {
            indices.put(stage, indices.size());
        }
    }

    /**
     * A plan of the given stages, in an order in which each comes after those it reads.
     *
     * @throws IllegalArgumentException where two have the same id, or one reads a stage that does not come before it
     */
    public static Plan of(Stage<?>... stages) {
        return of(List.of(stages));
    }

    /** As {@link #of(Stage[])}. */
    public static Plan of(List<Stage<?>> stages) {
        Set<String> ids = new HashSet<>();
        Set<Stage<?>> earlier = new HashSet<>();
        for (Stage<?> stage : stages) {
            if (!ids.add(stage.id())) {
                throw new IllegalArgumentException("two stages are called " + stage.id());
            }
            for (Stage<?> dependency : stage.dependencies()) {
                if (!earlier.contains(dependency)) {
                    throw new IllegalArgumentException(
                            "stage " + stage + " reads " + dependency + ", which does not come before it in the plan");
                }
            }
            earlier.add(stage);
        }
        return new Plan(List.copyOf(stages));
    }

    /** All stages, each after those it reads. */
    public List<Stage<?>> stages() {
        return stages;
    }

    /** The stage of that id, if there is one. */
    public Optional<Stage<?>> find(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** The targets and all that they read, directly or not, in plan order. */
    public List<Stage<?>> closure(Collection<? extends Stage<?>> targets) {
        Set<Stage<?>> wanted = new HashSet<>(targets);
        for (int i = stages.size() - 1; i >= 0; i--) {
            if (wanted.contains(stages.get(i))) {
                wanted.addAll(stages.get(i).dependencies());
            }
        }
        List<Stage<?>> ordered = new ArrayList<>(stages);
        ordered.retainAll(wanted);
        if (ordered.size() != wanted.size()) {
            throw new IllegalArgumentException("a target is not in the plan: " + targets);
        }
        return ordered;
    }

    int indexOf(Stage<?> stage) {
        Integer index = indices.get(stage);
        if (index == null) {
            throw new IllegalArgumentException("stage " + stage + " is not in the plan");
        }
        return index;
    }
}
