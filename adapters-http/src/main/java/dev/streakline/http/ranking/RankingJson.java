package dev.streakline.http.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a ranking.
 *
 * @param channel absent for the whole deployment
 * @param metric watchTime or messages
 * @param population how many are in all of it
 * @param items most first; without those who were forgotten since, so that there may be fewer than were asked for
 * @param nextCursor absent at the end
 * @param around who asks, or was asked about, between two on either side; empty when he is not ranked
 */
record RankingJson(
        @Nullable String channel,
        String metric,
        int population,
        List<RowJson> items,
        @Nullable String nextCursor,
        List<RowJson> around) {

    /** Defensive copies. */
    RankingJson {
        items = List.copyOf(items);
        around = List.copyOf(around);
    }

    /**
     * One viewer.
     *
     * @param rank 1 for the most; equal values share it
     * @param viewer his id; only for readers and admins
     * @param name what he wants to be called; absent when he has not said so
     * @param value seconds or messages
     * @param isYou whether it is he who asks, or was asked about
     */
    record RowJson(
            int rank, @Nullable String viewer, @Nullable String name, long value, boolean isYou) {}
}
