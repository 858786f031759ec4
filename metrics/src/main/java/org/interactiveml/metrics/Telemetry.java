package org.interactiveml.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interactiveml.engine.experiment.Experiment;

/**
 * All that is measured in one process: our meters, those of the JVM, those of Vert.x, in one registry. Thread-safe.
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

    /**
     * A Vert.x whose HTTP servers and worker pools are metered here.
     *
     * <p>The only label of a request is the status it was answered with. Method, path and remote address are the client's to
     * choose, and each new one would be a new series.
     */
    public VertxBuilder vertx(VertxOptions options) {
        Set<String> unused = Stream.of(
                        MetricsDomain.EVENT_BUS,
                        MetricsDomain.HTTP_CLIENT,
                        MetricsDomain.NET_CLIENT,
                        MetricsDomain.NET_SERVER,
                        MetricsDomain.DATAGRAM_SOCKET,
                        MetricsDomain.VERTICLES)
                .map(MetricsDomain::toCategory)
                .collect(Collectors.toUnmodifiableSet());
        MicrometerMetricsOptions metered = new MicrometerMetricsOptions()
                .setEnabled(true)
                .setLabels(Set.of(Label.HTTP_CODE, Label.POOL_NAME, Label.POOL_TYPE))
                .setDisabledMetricsCategories(unused);
        return Vertx.builder()
                .with(new VertxOptions(options).setMetricsOptions(metered))
                .withMetrics(new MicrometerMetricsFactory(registry));
    }

    @Override
    public void close() {
        collections.close();
        pressure.close();
    }
}
