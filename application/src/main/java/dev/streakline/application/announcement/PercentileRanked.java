package dev.streakline.application.announcement;

import dev.streakline.application.ranking.Population;
import dev.streakline.domain.ranking.Metric;
import java.time.Instant;
import java.util.List;

/**
 * A viewer has risen into a higher percentile band of a population since the previous nightly ranking (section 14).
 * Announced once a day.
 *
 * @param topPercent the band, the first 1, 5, 10, 25 or 50 percent
 * @param asOf of the ranking that found it
 */
public record PercentileRanked(Population population, Metric metric, int topPercent, Instant asOf)
        implements Announcement {

    @Override
    public Instant recordedAt() {
        return asOf;
    }

    @Override
    public List<?> key() {
        return List.of(population, metric, topPercent, asOf);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.percentileRanked(this);
    }
}
