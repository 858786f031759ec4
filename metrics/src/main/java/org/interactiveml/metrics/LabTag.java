package org.interactiveml.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Tag;

/** The tags of our meters, each with a closed set of values. */
public enum LabTag implements KeyName {
    /** The id of an experiment. */
    EXPERIMENT,
    /** The id of a stage of the experiment. */
    STAGE,
    /** How a stage ended: {@code ready}, {@code failed} or {@code cancelled}. */
    OUTCOME("outcome"),
    /**
     * The choice that the experiment's parameter {@code model} stands at, or else the first choice among its model's parameters;
     * the experiment's id where there is none.
     */
    MODEL,
    /** {@code early}: parts are still to come; {@code draft}: complete, to be refined at rest; {@code full}. */
    FRAME,
    /** What became of a change: {@code run}, {@code superseded}, {@code rejected}, {@code cancelled} or {@code failed}. */
    CHANGE("outcome");

    private final String key;

    LabTag() {
        this.key = name().toLowerCase(java.util.Locale.ROOT);
    }

    LabTag(String key) {
        this.key = key;
    }

    @Override
    public String asString() {
        return key;
    }

    Tag with(String value) {
        return Tag.of(key, value);
    }
}
