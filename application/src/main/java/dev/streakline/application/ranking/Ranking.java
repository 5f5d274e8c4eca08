package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Standings;
import java.time.Instant;

/**
 * A population as of its last ranking.
 *
 * @param asOf when that was
 * @param watchTime by counted seconds
 * @param messages by interactions
 */
public record Ranking(Instant asOf, Standings watchTime, Standings messages) {

    /** The standings by a metric. */
    public Standings by(Metric metric) {
        return switch (metric) {
            case WATCH_TIME -> watchTime;
            case MESSAGES -> messages;
        };
    }
}
