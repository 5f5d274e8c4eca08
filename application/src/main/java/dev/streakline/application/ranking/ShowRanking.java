package dev.streakline.application.ranking;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.RankedEntry;
import dev.streakline.domain.ranking.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says who stands where in a population (section 8). */
public final class ShowRanking {

    private static final int NEIGHBOURS = 2;

    private final Rankings rankings;

    /** Answers from these rankings. */
    public ShowRanking(Rankings rankings) {
        this.rankings = rankings;
    }

    /**
     * A part of a population as it was last ranked, most first. Whoever was forgotten since is left out, so that a part may
     * have fewer than {@code limit} and still not be the last.
     *
     * @param own whose neighbours are told as well; absent for nobody's
     * @param limit how many at most, 1 or more
     * @param after behind whom the part begins; absent for the beginning
     */
    public RankingView show(
            Population population, Metric metric, @Nullable ViewerId own, int limit, @Nullable RankingCursor after) {
        return rankings.find(population)
                .map(ranking -> answer(ranking.asOf(), ranking.by(metric), own, limit, after))
                .orElse(RankingView.NEVER);
    }

    private RankingView answer(
            Instant asOf, Standings standings, @Nullable ViewerId own, int limit, @Nullable RankingCursor after) {
        List<RankedEntry> found =
                after == null ? standings.top(limit + 1) : standings.after(after.value(), after.viewerKey(), limit + 1);
        List<RankedEntry> page = found.subList(0, Math.min(limit, found.size()));
        List<RankedEntry> around = Optional.ofNullable(own)
                .flatMap(rankings::key)
                .map(key -> around(standings, key))
                .orElse(List.of());
        Map<Long, Rankings.RankedProfile> people = rankings.profilesOf(Stream.concat(page.stream(), around.stream())
                .map(RankedEntry::viewer)
                .distinct()
                .toList());
        return new RankingView(
                asOf,
                standings.size(),
                rows(page, standings, people),
                found.size() > limit ? RankingCursor.of(page.get(limit - 1)) : null,
                rows(around, standings, people));
    }

    /** His value is not known here, so that he is looked for among all. */
    private static List<RankedEntry> around(Standings standings, long viewerKey) {
        return standings.around(viewerKey, 0, NEIGHBOURS);
    }

    private static List<RankingRow> rows(
            List<RankedEntry> entry, Standings standings, Map<Long, Rankings.RankedProfile> people) {
        return entry.stream()
                .flatMap(each -> Stream.ofNullable(people.get(each.viewer()))
                        .map(profile -> new RankingRow(
                                each.rank(),
                                standings.standingOf(each.value()).topPercent(),
                                profile.viewer(),
                                profile.name(),
                                each.value())))
                .toList();
    }

    /**
     * A part of a ranking.
     *
     * @param asOf when it was made; absent when it never was, and then nobody is in it
     * @param population how many are in all of it
     * @param rows most first; equal values in an order that stays
     * @param next behind whom the next part begins; absent at the end
     * @param around the viewer that was asked about between two on either side; nobody when he is not in it
     */
    public record RankingView(
            @Nullable Instant asOf,
            int population,
            List<RankingRow> rows,
            @Nullable RankingCursor next,
            List<RankingRow> around) {

        private static final RankingView NEVER = new RankingView(null, 0, List.of(), null, List.of());

        /** Defensive copies. */
        public RankingView {
            rows = List.copyOf(rows);
            around = List.copyOf(around);
        }
    }

    /**
     * One viewer in a ranking.
     *
     * @param rank 1 for the most; equal values share it
     * @param topPercent the rank in percent of the population, rounded up: 1 to 100
     * @param name what he is called; absent when he has not said so
     * @param value seconds or messages, above 0
     */
    public record RankingRow(
            int rank,
            int topPercent,
            ViewerId viewer,
            @Nullable String name,
            long value) {}

    /**
     * A place in a ranking, whether anybody stands there still or not.
     *
     * @param value above 0
     * @param viewerKey by which standings know who stood there
     */
    public record RankingCursor(long value, long viewerKey) {

        private static RankingCursor of(RankedEntry entry) {
            return new RankingCursor(entry.value(), entry.viewer());
        }
    }
}
