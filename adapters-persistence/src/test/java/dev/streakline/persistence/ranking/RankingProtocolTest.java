package dev.streakline.persistence.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Selection;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.persistence.database.Sabotage;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The protocol of ADR 10 for concurrent folds and rankings, each case played on two connections so that nothing is left
 * to chance. Each is also played with a wrong protocol, which must be noticed.
 */
class RankingProtocolTest {

    private static final Population CHANNEL = new Population.OfChannel("c1");
    private static final RankingScope TONIGHT = new RankingScope.Nightly(LocalDate.of(2024, 6, 16));

    private final DataSource connections = TestDatabase.create();
    private final PostgresFactLog log = new PostgresFactLog(TestDatabase.over(connections));
    private final PostgresStatistics statistics =
            new PostgresStatistics(TestDatabase.over(connections), FoldVersion.ofThisRuntime(), 1);
    private final PostgresRankings others = new PostgresRankings(TestDatabase.over(connections));
    private int facts;

    private void watch(String viewer, int seconds) {
        log.append(List.of(Events.watchOn("c1", viewer, "w" + facts++, "2024-06-14T20:00:00Z", seconds)));
        statistics.refresh(
                new Selection.One(new ViewerId(viewer)),
                () -> snapshot ->
                        new Fold(snapshot.catalogue().titles(), snapshot.policies()).withChannels(snapshot.history()),
                Events.NOW);
    }

    private void rankElsewhere() {
        others.rank(new RankingScope.Changed(), Events.NOW);
    }

    /** Ranks over connections on which something is done before a statement. */
    private void rank(RankingScope scope, String statement, Runnable meanwhile, UnaryOperator<DataSource> sabotage) {
        DataSource interrupted =
                Sabotage.interrupting(sabotage.apply(connections), statement, () -> elsewhere(meanwhile));
        new PostgresRankings(TestDatabase.over(interrupted)).rank(scope, Events.NOW);
    }

    private static void elsewhere(Runnable what) {
        Thread thread = new Thread(what);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, Long> ranked() {
        Map<String, Long> ranked = new TreeMap<>();
        for (String viewer : List.of("ada", "bob", "cem")) {
            others.key(new ViewerId(viewer))
                    .flatMap(key ->
                            others.find(CHANNEL).orElseThrow().watchTime().find(key, 0))
                    .ifPresent(one -> ranked.put(viewer, one.value()));
        }
        return ranked;
    }

    private void aValueChangesWhileItsChannelIsRanked(UnaryOperator<DataSource> sabotage) {
        watch("ada", 60);
        rankElsewhere();
        watch("ada", 10);
        rank(new RankingScope.Changed(), "delete from standings_mark", () -> watch("ada", 5), sabotage);
        assertThat(ranked()).isEqualTo(Map.of("ada", 70L));
        rankElsewhere();
        assertThat(ranked()).isEqualTo(Map.of("ada", 75L));
    }

    @Test
    void a_value_that_changes_while_its_channel_is_ranked_is_ranked_next() {
        aValueChangesWhileItsChannelIsRanked(same -> same);
    }

    @Test
    void a_ranking_that_takes_marks_away_which_it_did_not_see_is_noticed() {
        assertThatThrownBy(() -> aValueChangesWhileItsChannelIsRanked(Sabotage::withoutSnapshots))
                .isInstanceOf(AssertionError.class);
    }

    /** The other skips the channel of the one with the row, and its mark stays. */
    @Test
    void the_second_of_two_rankings_of_one_channel_skips_it_and_no_change_is_lost() {
        watch("ada", 60);
        rankElsewhere();
        rank(
                TONIGHT,
                "update standings",
                () -> {
                    watch("bob", 90);
                    rankElsewhere();
                },
                same -> same);
        assertThat(ranked()).isEqualTo(Map.of("ada", 60L));
        rankElsewhere();
        assertThat(ranked()).isEqualTo(Map.of("ada", 60L, "bob", 90L));
    }

    @Test
    void a_ranking_overtaken_since_its_snapshot_is_done_again() {
        watch("ada", 60);
        rankElsewhere();
        rank(
                TONIGHT,
                "select * from standings where",
                () -> {
                    watch("bob", 90);
                    rankElsewhere();
                    watch("cem", 30);
                },
                same -> same);
        rankElsewhere();
        assertThat(ranked()).isEqualTo(Map.of("ada", 60L, "bob", 90L, "cem", 30L));
    }

    /** There is no row yet to lock: the second finds one where it would insert its own. */
    @Test
    void the_second_of_two_first_rankings_of_a_channel_is_done_again() {
        watch("ada", 60);
        rank(
                new RankingScope.Changed(),
                "insert into standings",
                () -> {
                    watch("bob", 90);
                    rankElsewhere();
                },
                same -> same);
        assertThat(ranked()).isEqualTo(Map.of("ada", 60L, "bob", 90L));
    }
}
