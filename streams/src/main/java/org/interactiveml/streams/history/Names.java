package org.interactiveml.streams.history;

import org.interactiveml.engine.parameter.ChoiceParameter;
import org.interactiveml.engine.parameter.Parameter;

/** The words that a history names its entries with, in the language of who reads them. Thread-safe. */
public interface Names {
    /** As the engine has it. */
    Names ENGLISH = new Names() {
        @Override
        public String start() {
            return "Start";
        }

        @Override
        public String changes(int count, String labels) {
            return count + " changes: " + labels;
        }

        @Override
        public String label(Parameter<?> parameter) {
            return parameter.label();
        }

        @Override
        public String choice(Object value) {
            return value.toString();
        }
    };

    /** The first entry. */
    String start();

    /** A change of so many parameters. */
    String changes(int count, String labels);

    /** A parameter. */
    String label(Parameter<?> parameter);

    /** A value of a {@link ChoiceParameter}. */
    String choice(Object value);
}
