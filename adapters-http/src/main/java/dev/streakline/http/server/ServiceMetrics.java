package dev.streakline.http.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The metrics of the service, for Prometheus. */
public final class ServiceMetrics implements AutoCloseable {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /**
     * @param counters of other parts, by name: numbers that only grow
     * @param gauges of other parts, by name: numbers that grow and shrink
     */
    public ServiceMetrics(Map<String, LongSupplier> counters, Map<String, LongSupplier> gauges) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        // The registry refers weakly to what is counted, but not to the function.
        counters.forEach(
                (name, value) -> FunctionCounter.builder("streakline." + name, registry, anything -> value.getAsLong())
                        .register(registry));
        gauges.forEach((name, value) ->
                Gauge.builder("streakline." + name, value::getAsLong).register(registry));
    }

    /** A request was answered. */
    void answered(String method, String route, int status, long nanos) {
        Timer.builder("http.server.requests")
                .tag("method", METHODS.contains(method) ? method : "OTHER")
                .tag("route", route)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Everything in the text format of Prometheus. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
