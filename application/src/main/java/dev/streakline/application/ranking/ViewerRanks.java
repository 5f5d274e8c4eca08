package dev.streakline.application.ranking;

import dev.streakline.application.ranking.ViewerRank.Unranked;
import dev.streakline.domain.ranking.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's ranks in a population, by every metric, as of its last ranking.
 *
 * @param asOf when that was; absent when it never was, and for an answer about the past
 */
public record ViewerRanks(@Nullable Instant asOf, ViewerRank watchTime, ViewerRank messages) {

    /** The ranks in an answer about the past. */
    public static final ViewerRanks PAST = new ViewerRanks(null, Unranked.PAST, Unranked.PAST);

    /**
     * The ranks of a viewer. A ranked viewer's position is that of the last ranking, even if the value changed since. A
     * value of 0 now has no rank (detail 40). Does not consider whether the viewer has opted out; see
     * {@link #optedOut}.
     *
     * @param ranking absent when the population was never ranked
     * @param viewerKey the viewer's key in standings; absent when they have none
     * @param seconds watched by the viewer, as known now
     * @param messages left by the viewer, as known now
     */
    public static ViewerRanks in(@Nullable Ranking ranking, @Nullable Long viewerKey, long seconds, long messages) {
        return new ViewerRanks(
                ranking == null ? null : ranking.asOf(),
                rank(ranking, viewerKey, Metric.WATCH_TIME, seconds),
                rank(ranking, viewerKey, Metric.MESSAGES, messages));
    }

    private static ViewerRank rank(@Nullable Ranking ranking, @Nullable Long viewerKey, Metric metric, long value) {
        if (value == 0) {
            return Unranked.NO_VALUE;
        }
        if (ranking == null || viewerKey == null) {
            return Unranked.NOT_RANKED_YET;
        }
        return ranking.by(metric)
                .find(viewerKey, value)
                .<ViewerRank>map(found ->
                        new ViewerRank.Ranked(found.value(), ranking.by(metric).standingOf(found.value())))
                .orElse(Unranked.NOT_RANKED_YET);
    }

    /** Whether a rank is missing although there is a value. */
    public boolean isIncomplete() {
        return watchTime == Unranked.NOT_RANKED_YET || messages == Unranked.NOT_RANKED_YET;
    }

    /** The same ranks for a viewer who has opted out: that is why a rank is missing. */
    public ViewerRanks optedOut() {
        return new ViewerRanks(asOf, optedOut(watchTime), optedOut(messages));
    }

    private static ViewerRank optedOut(ViewerRank rank) {
        return rank == Unranked.NOT_RANKED_YET ? Unranked.OPTED_OUT : rank;
    }
}
