package org.interactiveml.engine.experiment;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Parameter;
import org.interactiveml.engine.parameter.Patch;

/** Inputs with some parameters otherwise. */
record Patched(Inputs inputs, Patch patch) implements Inputs {

    @Override
    public <P> P get(Parameter<P> parameter) {
        P value = inputs.get(parameter);
        @SuppressWarnings("unchecked") // a patch holds only values that the parameter itself has read or been given
        P changed = (P) patch.values().getOrDefault(parameter, value);
        return changed;
    }

    @Override
    public <S> S get(Stage<S> stage) {
        return inputs.get(stage);
    }

    @Override
    public Fidelity fidelity() {
        return inputs.fidelity();
    }

    @Override
    public Cancellation cancellation() {
        return inputs.cancellation();
    }
}
