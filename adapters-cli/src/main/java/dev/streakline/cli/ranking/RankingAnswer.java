package dev.streakline.cli.ranking;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.ShowRanking;
import dev.streakline.domain.ranking.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first of a population, as {@code ranking --json} prints them (section 8).
 *
 * @param channel whose viewers they are; absent for those of the whole store
 * @param asOf when they were ranked; absent when they never were
 * @param population how many are ranked
 * @param items the first of them
 * @param around the viewer who was asked for between his neighbours, nobody when he is not ranked; absent when none was
 */
public record RankingAnswer(
        @Nullable String channel,
        String metric,
        @Nullable String asOf,
        int population,
        List<RankedJson> items,
        @Nullable List<RankedJson> around) {

    /**
     * A part of a ranking, from its beginning.
     *
     * @param around who is to be shown between his neighbours; absent for nobody
     */
    public static RankingAnswer of(
            Population population, Metric metric, @Nullable ViewerId around, ShowRanking.RankingView view) {
        return new RankingAnswer(
                population.<@Nullable String>match(channel -> channel, () -> null),
                metric.code(),
                view.asOf() == null ? null : view.asOf().toString(),
                view.population(),
                RankedJson.of(view.rows()),
                around == null ? null : RankedJson.of(view.around()));
    }

    /**
     * One of them.
     *
     * @param rank 1 for the most; equal values share it
     * @param name what he is called; absent when he has not said so
     * @param value counted seconds, or messages
     * @param topPercent 1 to 100
     */
    public record RankedJson(
            int rank, String viewer, @Nullable String name, long value, int topPercent) {

        private static List<RankedJson> of(List<ShowRanking.RankingRow> rows) {
            return rows.stream()
                    .map(row ->
                            new RankedJson(row.rank(), row.viewer().value(), row.name(), row.value(), row.topPercent()))
                    .toList();
        }
    }
}
