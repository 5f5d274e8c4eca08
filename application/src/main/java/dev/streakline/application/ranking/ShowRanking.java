package dev.streakline.application.ranking;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.RankingView.RankedView;
import dev.streakline.application.view.Cursors;
import dev.streakline.application.view.Part;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.RankedEntry;
import dev.streakline.domain.ranking.Standings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a population as it was last ranked (section 8). */
public final class ShowRanking {

    private static final int NEIGHBOURS = 2;

    private final Rankings rankings;

    /** Reads from these rankings. */
    public ShowRanking(Rankings rankings) {
        this.rankings = rankings;
    }

    /**
     * A page of a ranking.
     *
     * @param viewer also shown with their neighbours; absent for none
     * @param limit the most viewers of the page, 1 or more
     * @param cursor that the page before ends with; absent for the first page
     * @throws dev.streakline.application.view.InvalidCursorException for a cursor that comes from no page
     */
    public RankingView show(
            Population population, Metric metric, @Nullable ViewerId viewer, int limit, @Nullable String cursor) {
        RankingCursor after = Cursors.decode(cursor, RankingCursor::parse);
        String channel = population.<@Nullable String>match(id -> id, () -> null);
        return rankings.find(population)
                .map(ranking -> page(ranking, channel, metric, viewer, limit, after))
                .orElseGet(() -> new RankingView(null, channel, metric.code(), 0, List.of(), null, List.of()));
    }

    private RankingView page(
            Ranking ranking,
            @Nullable String channel,
            Metric metric,
            @Nullable ViewerId viewer,
            int limit,
            @Nullable RankingCursor after) {
        Standings standings = ranking.by(metric);
        List<RankedEntry> found =
                after == null ? standings.top(limit + 1) : standings.after(after.value(), after.viewerKey(), limit + 1);
        Part<RankedEntry> page =
                Part.of(found, limit, last -> RankingCursor.of(last).text());
        List<RankedEntry> around = Optional.ofNullable(viewer)
                .flatMap(rankings::key)
                .map(key -> around(standings, key))
                .orElse(List.of());
        Map<Long, Rankings.RankedProfile> profiles =
                rankings.profilesOf(Stream.concat(page.items().stream(), around.stream())
                        .map(RankedEntry::viewer)
                        .distinct()
                        .toList());
        return new RankingView(
                ranking.asOf(),
                channel,
                metric.code(),
                standings.size(),
                views(page.items(), standings, profiles, viewer),
                page.nextCursor(),
                views(around, standings, profiles, viewer));
    }

    /** The viewer's value is unknown here, so that all entries are searched. */
    private static List<RankedEntry> around(Standings standings, long viewerKey) {
        return standings.around(viewerKey, 0, NEIGHBOURS);
    }

    private static List<RankedView> views(
            List<RankedEntry> entries,
            Standings standings,
            Map<Long, Rankings.RankedProfile> profiles,
            @Nullable ViewerId viewer) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(profiles.get(entry.viewer()))
                        .map(profile -> new RankedView(
                                entry.rank(),
                                profile.viewer().value(),
                                profile.name(),
                                entry.value(),
                                standings.standingOf(entry.value()).topPercent(),
                                profile.viewer().equals(viewer))))
                .toList();
    }
}
