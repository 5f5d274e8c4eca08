package dev.streakline.application.announcement;

import dev.streakline.application.ranking.Population;
import dev.streakline.domain.ranking.Metric;
import java.time.Instant;
import java.util.List;

/**
 * A viewer has come among the first of a population since the nightly ranking before (section 14); announced once a night.
 *
 * @param topPercent among the first so many percent: 1, 5, 10, 25 or 50
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
