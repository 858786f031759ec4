package org.interactiveml.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * Every meter of our own: name, type, tags, meaning. Nothing else registers one, so this is the whole list; a tag is always
 * one of a closed set and never the value of a parameter.
 *
 * <p>Timers are histograms with the buckets of {@link LabMeters}. In Prometheus {@code iml.fit} is {@code iml_fit_seconds}.
 */
public enum LabMeter implements MeterDocumentation {
    STAGE(
            "iml.stage",
            Meter.Type.TIMER,
            "Computing one stage of an experiment's plan",
            LabTag.EXPERIMENT,
            LabTag.STAGE,
            LabTag.OUTCOME),

    FIT(
            "iml.fit",
            Meter.Type.TIMER,
            "The fit latency: from ready rows to scores, as far as the change made it necessary, taken where the fit runs",
            LabTag.EXPERIMENT,
            LabTag.MODEL),

    FRAME(
            "iml.frame",
            Meter.Type.TIMER,
            "From accepting a change to a frame going out; for a refinement at rest, from its beginning",
            LabTag.EXPERIMENT,
            LabTag.FRAME),

    PAINT(
            "iml.paint",
            Meter.Type.TIMER,
            "From the input event to the painted frame, as the browser reports it",
            LabTag.EXPERIMENT),

    CHANGES(
            "iml.changes",
            Meter.Type.COUNTER,
            "Changes of parameters by what became of them",
            LabTag.EXPERIMENT,
            LabTag.CHANGE),

    SESSIONS("iml.sessions", Meter.Type.GAUGE, "Sessions that are open", LabTag.EXPERIMENT);

    private final String name;
    private final Meter.Type type;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // never written to, and handed out as a copy
    private final KeyName[] tags;

    LabMeter(String name, Meter.Type type, String meaning, KeyName... tags) {
        this.name = name;
        this.type = type;
        this.meaning = meaning;
        this.tags = tags;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return tags.clone();
    }

    /** One sentence for whoever reads the exposition. */
    public String meaning() {
        return meaning;
    }
}
