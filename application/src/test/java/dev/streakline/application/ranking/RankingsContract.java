package dev.streakline.application.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.statistics.Lives;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.ranking.RankedEntry;
import dev.streakline.domain.ranking.Standings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Rankings} promises, through the use case that keeps statistics. */
public abstract class RankingsContract {

    private static final Population CHANNEL = new Population.OfChannel("c1");
    private static final LocalDate TONIGHT = LocalDate.of(2024, 6, 16);

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param statistics of the same store
     * @param rankings is held to the contract
     */
    public record Store(FactLog log, Statistics statistics, Rankings rankings) {}

    private FactLog log;
    private Statistics statistics;
    private Rankings rankings;
    private int facts;
    private Instant now = Events.NOW;

    @BeforeEach
    void open() {
        Store store = store();
        log = store.log();
        statistics = store.statistics();
        rankings = store.rankings();
    }

    private void watch(String viewer, int seconds) {
        log.append(List.of(Events.watchOn("c1", viewer, "w" + facts++, "2024-06-14T20:00:00Z", seconds)));
    }

    private void chat(String viewer) {
        log.append(List.of(Events.chat("c1", viewer, "i" + facts++, "2024-06-14T20:00:00Z")));
    }

    private void choose(String viewer, boolean listed) {
        log.append(List.of(Events.listed(listed, viewer, "l" + facts, "2024-06-14T20:00:0" + facts++ + "Z")));
    }

    /** Folds and ranks pending populations, two seconds later than the last time. */
    private void keep() {
        now = now.plusSeconds(2);
        new RefreshStatistics(statistics, rankings, InstantSource.fixed(now)).refresh(new Selection.Due(now));
    }

    private Standings watchTime() {
        return rankings.find(CHANNEL).orElseThrow().watchTime();
    }

    private List<String> names(Standings standings) {
        List<RankedEntry> all = standings.top(100);
        Map<Long, Rankings.RankedProfile> people =
                rankings.profilesOf(all.stream().map(RankedEntry::viewer).toList());
        return all.stream()
                .map(entry -> people.containsKey(entry.viewer())
                        ? people.get(entry.viewer()).viewer().value()
                        : "nobody")
                .toList();
    }

    private long key(String viewer) {
        return rankings.key(new ViewerId(viewer)).orElseThrow();
    }

    @Test
    void nothing_is_ranked_before_the_first_fold() {
        watch("ada", 60);
        assertThat(rankings.find(CHANNEL)).isEmpty();
        assertThat(rankings.find(Population.DEPLOYMENT)).isEmpty();
        assertThat(rankings.key(new ViewerId("nobody"))).isEmpty();
        assertThat(rankings.profilesOf(Set.of())).isEmpty();
    }

    @Test
    void viewers_of_a_channel_are_ranked_by_time_and_by_messages() {
        watch("ada", 60);
        watch("bob", 90);
        chat("ada");
        chat("cem");
        keep();
        Ranking ranking = rankings.find(CHANNEL).orElseThrow();
        assertThat(ranking.asOf()).isEqualTo(now);
        assertThat(names(ranking.by(Metric.WATCH_TIME))).containsExactly("bob", "ada");
        assertThat(names(ranking.by(Metric.MESSAGES))).containsExactlyInAnyOrder("ada", "cem");
        assertThat(ranking.watchTime().find(key("ada"), 60)).contains(new RankedEntry(2, key("ada"), 60));
    }

    @Test
    void the_deployment_counts_what_belongs_to_no_channel_too() {
        watch("ada", 60);
        log.append(List.of(Events.watch("bob", "1", "2024-06-14T20:00:00Z", "film")));
        chat("bob");
        keep();
        Ranking all = rankings.find(Population.DEPLOYMENT).orElseThrow();
        assertThat(names(all.watchTime())).containsExactly("bob", "ada");
        assertThat(all.watchTime().value(0)).isEqualTo(600);
        assertThat(names(all.messages())).containsExactly("bob");
        assertThat(names(watchTime())).containsExactly("ada");
    }

    @Test
    void a_viewer_with_a_name_is_named() {
        log.append(List.of(Events.read(Events.event(
                "viewer", "ada", "v", "2024-01-01T00:00:00Z", Map.of("zone", "Europe/London", "name", "Ada L.")))));
        watch("ada", 60);
        watch("bob", 60);
        keep();
        assertThat(rankings.profilesOf(List.of(key("ada"), key("bob"), 987_654L)))
                .isEqualTo(Map.of(
                        key("ada"), new Rankings.RankedProfile(new ViewerId("ada"), "Ada L."),
                        key("bob"), new Rankings.RankedProfile(new ViewerId("bob"), null)));
    }

    @Test
    void a_change_is_merged_into_what_is_there() {
        watch("ada", 60);
        watch("bob", 90);
        keep();
        Standings messages = rankings.find(CHANNEL).orElseThrow().messages();
        watch("ada", 50);
        keep();
        assertThat(names(watchTime())).containsExactly("ada", "bob");
        assertThat(watchTime().value(0)).isEqualTo(110);
        assertThat(rankings.find(CHANNEL).orElseThrow().messages()).isEqualTo(messages);
        assertThat(rankings.rank(new RankingScope.Changed(), now)).isZero();
    }

    @Test
    void what_is_withdrawn_is_ranked_no_more() {
        watch("ada", 60);
        ParseResult.Parsed fact = Events.watchOn("c1", "bob", "b", "2024-06-14T20:00:00Z", 90);
        log.append(List.of(fact));
        keep();
        log.withdraw(fact.fact().id());
        keep();
        assertThat(names(watchTime())).containsExactly("ada");
    }

    @Test
    void a_viewer_who_opts_out_leaves_at_the_next_ranking_and_may_come_back() {
        watch("ada", 60);
        watch("bob", 90);
        keep();
        Standings both = watchTime();
        choose("bob", false);
        keep();
        assertThat(names(watchTime())).containsExactly("ada");
        assertThat(names(rankings.find(Population.DEPLOYMENT).orElseThrow().watchTime()))
                .containsExactly("ada");
        choose("bob", true);
        keep();
        assertThat(watchTime()).isEqualTo(both);
    }

    @Test
    void a_viewer_who_opted_out_before_their_first_session_is_never_ranked() {
        choose("bob", false);
        watch("bob", 90);
        watch("ada", 60);
        keep();
        assertThat(names(watchTime())).containsExactly("ada");
    }

    @Test
    void the_forgotten_leave_and_nobody_knows_them() {
        watch("ada", 60);
        watch("bob", 90);
        keep();
        log.erase(new ViewerId("bob"));
        assertThat(names(watchTime())).containsExactly("nobody", "ada");
        assertThat(rankings.key(new ViewerId("bob"))).isEmpty();
        keep();
        assertThat(names(watchTime())).containsExactly("ada");
        assertThat(names(rankings.find(Population.DEPLOYMENT).orElseThrow().watchTime()))
                .containsExactly("ada");
    }

    @Test
    void a_population_rests_between_rankings_unless_somebody_wants_it_now() {
        watch("ada", 60);
        keep();
        watch("ada", 60);
        RefreshStatistics soon = new RefreshStatistics(statistics, rankings, InstantSource.fixed(now.plusMillis(1)));
        soon.refresh(new Selection.One(new ViewerId("ada")));
        assertThat(watchTime().value(0)).isEqualTo(60);
        // Never longer than a ranking of so few takes.
        assertThat(rankings.rank(new RankingScope.Paced(), now.plusSeconds(60))).isEqualTo(2);
        assertThat(watchTime().value(0)).isEqualTo(120);
        watch("ada", 60);
        new RefreshStatistics(statistics, rankings, InstantSource.fixed(now.plusSeconds(60)))
                .refresh(new Selection.Due(now.plusSeconds(60)));
        assertThat(watchTime().value(0)).isEqualTo(180);
    }

    @Test
    void a_channel_that_is_ranked_from_scratch_is_the_same() {
        watch("ada", 60);
        watch("bob", 90);
        keep();
        Ranking before = rankings.find(CHANNEL).orElseThrow();
        Instant later = now.plusSeconds(60);
        assertThat(rankings.rank(new RankingScope.OnePopulation(CHANNEL), later))
                .isEqualTo(1);
        assertThat(rankings.find(CHANNEL)).contains(new Ranking(later, before.watchTime(), before.messages()));
    }

    @Test
    void a_channel_that_nobody_knows_is_not_ranked() {
        assertThat(rankings.rank(new RankingScope.OnePopulation(new Population.OfChannel("none")), now))
                .isZero();
        assertThat(rankings.find(new Population.OfChannel("none"))).isEmpty();
    }

    @Test
    void a_nightly_ranking_ranks_all_viewers_from_scratch_once() {
        watch("ada", 60);
        keep();
        assertThat(rankings.rank(new RankingScope.Nightly(TONIGHT), now)).isEqualTo(2);
        assertThat(rankings.rank(new RankingScope.Nightly(TONIGHT), now)).isZero();
        assertThat(rankings.rank(new RankingScope.Nightly(TONIGHT.plusDays(1)), now))
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void merging_and_ranking_from_scratch_give_the_same(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < random.nextInt(1, 6); i++) {
                String viewer = "viewer-" + random.nextInt(8);
                List<ParseResult.Parsed> life = Lives.of(viewer, random);
                switch (random.nextInt(8)) {
                    case 0 -> log.erase(new ViewerId(viewer));
                    case 1, 2 -> choose(viewer, random.nextBoolean());
                    case 3 -> life.forEach(fact -> log.withdraw(fact.fact().id()));
                    default -> log.append(life);
                }
            }
            keep();
            for (Population population : List.of(
                    CHANNEL,
                    new Population.OfChannel("c0"),
                    new Population.OfChannel("c2"),
                    new Population.OfChannel("c3"),
                    Population.DEPLOYMENT)) {
                Ranking merged = rankings.find(population).orElse(new Ranking(now, Standings.EMPTY, Standings.EMPTY));
                rankings.rank(new RankingScope.OnePopulation(population), merged.asOf());
                assertThat(rankings.find(population).orElse(merged)).isEqualTo(merged);
            }
        }
    }
}
