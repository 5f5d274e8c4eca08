package dev.streakline.application.ranking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ranking (section 8).
 *
 * @param asOf when the population was last ranked; absent when it never was, and then the page is empty
 * @param channel whose viewers are ranked; absent for all viewers
 * @param metric watchTime or messages
 * @param population how many are ranked
 * @param items most first; equal values in a stable order. Viewers erased since are left out, so a page may have fewer
 *     than requested and still not be the last
 * @param nextCursor the cursor of the next page; absent on the last
 * @param around the requested viewer with two neighbours on either side; empty when they are not ranked
 */
public record RankingView(
        @Nullable Instant asOf,
        @Nullable String channel,
        String metric,
        int population,
        List<RankedView> items,
        @Nullable String nextCursor,
        List<RankedView> around) {

    /** Defensive copies. */
    public RankingView {
        items = List.copyOf(items);
        around = List.copyOf(around);
    }

    /** The same without the ids of viewers, for one of them. */
    public RankingView withoutIds() {
        return new RankingView(asOf, channel, metric, population, withoutIds(items), nextCursor, withoutIds(around));
    }

    private static List<RankedView> withoutIds(List<RankedView> ranked) {
        return ranked.stream()
                .map(each -> new RankedView(each.rank, null, each.name, each.value, each.topPercent, each.isYou))
                .toList();
    }

    /**
     * A viewer in a ranking.
     *
     * @param rank 1 for the most; equal values share a rank
     * @param viewer the id; absent where viewers see each other
     * @param name the viewer's display name; absent without one
     * @param value counted seconds, or messages; above 0
     * @param topPercent the rank in percent of the population, rounded up: 1 to 100
     * @param isYou whether it is the requesting viewer
     */
    public record RankedView(
            int rank, @Nullable String viewer, @Nullable String name, long value, int topPercent, boolean isYou) {}
}
