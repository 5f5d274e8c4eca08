package dev.streakline.http;

import dev.streakline.application.Streakline;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.http.credential.Authentication;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of the service.
 *
 * @param streakline answers the requests
 * @param createApiKey creates API keys in the same store
 * @param authentication decides who calls
 * @param ready why the service cannot answer now, or null when it can; may throw when the store fails
 * @param counters numbers of other parts that only grow, for the metrics, by name
 * @param gauges numbers of other parts that grow and shrink, for the metrics, by name
 * @param log takes a JSON object a line
 * @param outOfMemory is called, from any thread, with an error after which the service may stop answering
 */
public record HttpDependencies(
        Streakline streakline,
        CreateApiKey createApiKey,
        Authentication authentication,
        Supplier<@Nullable String> ready,
        Map<String, LongSupplier> counters,
        Map<String, LongSupplier> gauges,
        Consumer<String> log,
        Consumer<OutOfMemoryError> outOfMemory) {

    /** Defensive copies. */
    public HttpDependencies {
        counters = Map.copyOf(counters);
        gauges = Map.copyOf(gauges);
    }

    /** The clock of the application. */
    InstantSource clock() {
        return streakline.clock();
    }
}
