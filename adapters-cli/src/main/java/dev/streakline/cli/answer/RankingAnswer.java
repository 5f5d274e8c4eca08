package dev.streakline.cli.answer;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.Ranked;
import dev.streakline.domain.ranking.Standings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final int NEIGHBOURS = 2;

    /** His own is not at hand here; he is looked for among all. */
    private static final long ANY_VALUE = 1;

    /**
     * What is asked.
     *
     * @param limit how many of the first
     * @param around who is to be shown between the two before and the two after him; absent for nobody
     */
    public record Question(
            Population population,
            Metric metric,
            int limit,
            @Nullable ViewerId around) {}

    /** The answer as of the last ranking. Who was forgotten since is left out. */
    public static RankingAnswer of(Rankings rankings, Question question) {
        Ranking ranking = rankings.of(question.population()).orElse(null);
        Standings standings = ranking == null ? Standings.EMPTY : ranking.by(question.metric());
        ViewerId viewer = question.around();
        List<Ranked> first = standings.top(question.limit());
        List<Ranked> around = viewer == null
                ? List.of()
                : rankings.key(viewer)
                        .map(key -> standings.around(key, ANY_VALUE, NEIGHBOURS))
                        .orElse(List.of());
        Map<Long, Rankings.Person> people = rankings.people(Stream.concat(first.stream(), around.stream())
                .map(Ranked::viewer)
                .toList());
        return new RankingAnswer(
                question.population() instanceof Population.Channel channel ? channel.id() : null,
                question.metric().code(),
                ranking == null ? null : ranking.asOf().toString(),
                standings.size(),
                RankedJson.of(first, standings, people),
                viewer == null ? null : RankedJson.of(around, standings, people));
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

        private static List<RankedJson> of(
                List<Ranked> ranked, Standings standings, Map<Long, Rankings.Person> people) {
            return ranked.stream()
                    .flatMap(each -> Stream.ofNullable(people.get(each.viewer()))
                            .map(person -> new RankedJson(
                                    each.rank(),
                                    person.viewer().value(),
                                    person.name(),
                                    each.value(),
                                    standings.of(each.value()).topPercent())))
                    .toList();
        }
    }
}
