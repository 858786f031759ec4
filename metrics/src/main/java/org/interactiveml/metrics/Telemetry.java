package org.interactiveml.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import org.interactiveml.engine.experiment.Experiment;

/**
 * All that is measured in one process: our meters and those of the JVM, in one registry. Thread-safe.
 *
 * <p>Vert.x's own meters are left out: with them Vert.x 5.0.8 now and then never answers a connection that comes while a server
 * opens its port.
 *
 * <p>Closing it stops the listeners to the garbage collector; the registry stays readable.
 */
public final class Telemetry implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final JvmHeapPressureMetrics pressure = new JvmHeapPressureMetrics();
    private final MeteredRunListener listener;

    /** Registers the meters of these experiments and of the JVM. */
    public Telemetry(Collection<? extends Experiment> experiments) {
        listener = new MeteredRunListener(registry, experiments);
        collections.bindTo(registry);
        pressure.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where everything is registered. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** To be handed to whatever runs sessions. */
    public MeteredRunListener listener() {
        return listener;
    }

    @Override
    public void close() {
        collections.close();
        pressure.close();
    }
}
