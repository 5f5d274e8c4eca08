package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.history.StoreWorkFailedException;
import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.ranking.PostgresRankings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers of more facts than are read at once: here three. */
class HeavyHistoryTest {

    private static final FactBound THREE = new FactBound(3);
    private static final ViewerId HEAVY = new ViewerId("heavy");

    private final Database database = TestDatabase.open();
    private final PostgresFactLog log = new PostgresFactLog(database);
    private final PostgresStatistics statistics = statistics(THREE);
    private final ParseResult.Parsed last = Events.watch("heavy", "4", "2024-06-11T20:00:00Z", "film");

    private PostgresStatistics statistics(FactBound most) {
        return new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2, most);
    }

    private Statistics.RefreshSummary keep(PostgresStatistics with, Selection selection) {
        return new RefreshStatistics(with, new PostgresRankings(database), InstantSource.fixed(Events.NOW))
                .refresh(selection);
    }

    private Statistics.RefreshSummary keepDue(PostgresStatistics with) {
        return keep(with, new Selection.Due(Events.NOW));
    }

    @BeforeEach
    void fill() {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int viewer = 0; viewer < 50; viewer++) {
            for (int day = 1; day <= 3; day++) {
                facts.add(Events.watch("viewer-" + viewer, "" + day, "2024-06-1" + day + "T20:00:00Z", "film"));
            }
        }
        for (int day = 1; day <= 3; day++) {
            facts.add(Events.watch("heavy", "" + day, "2024-06-1" + day + "T20:00:00Z", "film"));
        }
        facts.add(last);
        log.append(facts);
    }

    @Test
    void a_viewer_beyond_the_bound_is_set_aside_with_the_reason_and_all_others_are_folded() {
        assertThat(keepDue(statistics).viewers()).isEqualTo(50);
        assertThat(statistics.failing()).hasSize(1);
        assertThat(statistics.failing().get(0).viewer()).isEqualTo(HEAVY);
        assertThat(statistics.failing().get(0).reason())
                .contains("room for 3 facts")
                .contains("-Xmx");
        assertThat(statistics.find(new ViewerId("viewer-7"))).isPresent();
        assertThat(statistics.find(HEAVY)).isEmpty();
        assertThat(keepDue(statistics).viewers()).isZero();
    }

    @Test
    void everybody_is_folded_but_the_viewer_beyond_the_bound() {
        assertThat(keep(statistics, new Selection.All()).viewers()).isEqualTo(50);
        assertThat(statistics.failing()).hasSize(1);
    }

    @Test
    void a_read_beyond_the_bound_is_refused_with_the_reason_and_within_it_answered() {
        PostgresHistories histories = new PostgresHistories(database, THREE);
        assertThat(histories.history(new ViewerId("viewer-7"))).isPresent();
        assertThatExceptionOfType(HistoryTooLongException.class)
                .isThrownBy(() -> histories.history(HEAVY))
                .withMessageContaining("room for 3 facts");
        assertThatExceptionOfType(HistoryTooLongException.class)
                .isThrownBy(() -> keep(statistics, new Selection.One(HEAVY)));
    }

    @Test
    void a_viewer_is_folded_as_soon_as_facts_are_withdrawn() {
        keepDue(statistics);
        log.withdraw(last.fact().id());
        assertThat(keepDue(statistics).viewers()).isEqualTo(1);
        assertThat(statistics.failing()).isEmpty();
        assertThat(statistics.find(HEAVY)).isPresent();
        assertThat(new PostgresHistories(database, THREE).history(HEAVY)).isPresent();
    }

    @Test
    void a_viewer_is_folded_at_once_where_the_bound_is_higher() {
        keepDue(statistics);
        assertThat(keepDue(statistics(new FactBound(3))).viewers()).isZero();
        assertThat(keepDue(statistics(new FactBound(4))).viewers()).isEqualTo(1);
        assertThat(statistics.failing()).isEmpty();
        assertThat(statistics.find(HEAVY)).isPresent();
    }

    @Test
    void long_histories_share_their_room_and_short_ones_have_some_of_their_own() {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int channel = 0; channel < 1_000; channel++) {
            facts.add(Events.watchOn("channel-" + channel, "long", "" + channel, "2024-06-11T20:00:00Z", 60));
        }
        log.append(facts);
        PostgresHistories histories = new PostgresHistories(database, new FactBound(10_000));
        ViewerId wide = new ViewerId("long");
        // Each takes 9,000, of which about 5,000 are of the 20,000 that are shared.
        Optional<Optional<Optional<Optional<Integer>>>> depth = histories.use(
                wide,
                one -> histories.use(
                        wide,
                        two -> histories.use(wide, three -> {
                            assertThatExceptionOfType(StoreWorkFailedException.class)
                                    .isThrownBy(() -> histories.use(wide, four -> 4));
                            return histories.use(HEAVY, brief -> 3);
                        })));
        assertThat(depth).isEqualTo(Optional.of(Optional.of(Optional.of(Optional.of(3)))));
        assertThat(histories.use(wide, again -> 1)).contains(1);
    }

    @Test
    void a_channel_takes_the_room_of_eight_facts() {
        log.append(List.of(
                Events.watchOn("chess", "one", "1", "2024-06-11T20:00:00Z", 60),
                Events.watchOn("chess", "one", "2", "2024-06-12T20:00:00Z", 60),
                Events.watchOn("chess", "two", "1", "2024-06-11T20:00:00Z", 60),
                Events.watchOn("go", "two", "2", "2024-06-12T20:00:00Z", 60)));
        PostgresStatistics ten = statistics(new FactBound(10));
        keepDue(ten);
        assertThat(ten.failing()).extracting(aside -> aside.viewer().value()).containsExactly("two");
        assertThat(ten.find(new ViewerId("one"))).isPresent();
    }

    @Test
    void threads_share_a_third_of_the_heap() {
        long heap = Runtime.getRuntime().maxMemory();
        for (int threads : new int[] {1, 2, 16}) {
            long bytes = 200L * threads * FactBound.ofEachOf(threads).facts();
            assertThat(bytes).isBetween(heap / 3 - 200L * threads, heap / 3);
        }
    }
}
