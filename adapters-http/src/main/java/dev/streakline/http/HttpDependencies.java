package dev.streakline.http;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Admission;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.lifetime.LifetimeStore;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.application.viewer.Profiles;
import dev.streakline.http.credential.Authentication;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the service works with.
 *
 * @param admission holds facts to the intake rules
 * @param authentication says who calls
 * @param ready says why the service cannot answer now; null when it can; may throw when the store fails
 * @param counters numbers of other parts that only grow, for the metrics, by name
 * @param gauges numbers of other parts that grow and shrink, for the metrics, by name
 * @param log takes a JSON object a line
 * @param outOfMemory takes an error after which the service may answer nobody any more; from any thread
 */
public record HttpDependencies(
        InstantSource clock,
        FactLog facts,
        Histories histories,
        Statistics statistics,
        Announcements announcements,
        Rankings rankings,
        LifetimeStore lifetimes,
        PolicyVersions policies,
        Profiles profiles,
        RecalculationRuns runs,
        ApiKeys keys,
        CreateApiKey creatingKeys,
        Admission admission,
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
}
