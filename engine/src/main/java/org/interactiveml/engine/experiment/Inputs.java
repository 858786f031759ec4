package org.interactiveml.engine.experiment;

import org.interactiveml.engine.numeric.Cancellation;
import org.interactiveml.engine.parameter.Parameter;

/** What a stage may read while it computes: exactly what it has declared. Valid during the computation only. */
public interface Inputs {

    /**
     * The value of a declared parameter.
     *
     * @throws IllegalStateException where the stage has not declared it
     */
    <P> P get(Parameter<P> parameter);

    /**
     * The value of a declared stage, which is ready.
     *
     * @throws IllegalStateException where the stage has not declared it
     */
    <S> S get(Stage<S> stage);

    /**
     * How much work to do.
     *
     * @throws IllegalStateException where the stage has not declared that it refines
     */
    Fidelity fidelity();

    /** To be polled in every loop that can exceed a millisecond. */
    Cancellation cancellation();
}
