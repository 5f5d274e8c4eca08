package dev.streakline.application.ranking;

import dev.streakline.domain.ranking.Metric;

/**
 * The values by which a viewer is ranked in one population. A value of 0 has no rank.
 *
 * @param seconds watched, of all time
 * @param messages left, of all time
 */
public record RankingValues(long seconds, int messages) {

    /** The values of a viewer without a rank. */
    public static final RankingValues NONE = new RankingValues(0, 0);

    /** The values of a viewer; a viewer who has opted out of rankings has none (section 8). */
    public static RankingValues of(Listing listing, long seconds, int messages) {
        return listing == Listing.UNLISTED ? NONE : new RankingValues(seconds, messages);
    }

    /** The value by one metric. */
    public long by(Metric metric) {
        return metric == Metric.WATCH_TIME ? seconds : messages;
    }
}
