package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.Metric;
import java.time.Instant;

/**
 * That a viewer has come among the first of a population since the night before (section 14). Recorded once a night and never
 * changed.
 *
 * @param topPercent among the first so many percent: 1, 5, 10, 25 or 50
 * @param asOf of the ranking that found it
 */
public record PercentileRanked(Population population, Metric metric, int topPercent, Instant asOf) {}
