package dev.streakline.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.milestone.ShowMilestones;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.streak.ShowStreak;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.ViewerStatistics;
import dev.streakline.domain.streak.StreakPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Statistics} promises, through the use case that keeps them. */
public abstract class StatisticsContract extends FailingFolds {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log records the facts
     * @param statistics is tested by the contract
     * @param rankings of the same store
     * @param announcements of the same store
     * @param histories of the same store
     * @param policies of the same store
     * @param clock dates marks
     * @param ageing makes all existing marks older by that much, or younger when it is negative
     */
    public record Store(
            FactLog log,
            Statistics statistics,
            Rankings rankings,
            Announcements announcements,
            Histories histories,
            PolicyVersions policies,
            InstantSource clock,
            Consumer<Duration> ageing) {}

    private static final Instant MIDNIGHT = Instant.parse("2024-06-16T00:00:00Z");
    private Store store;
    private Statistics statistics;
    private FactLog log;
    private final ViewerId ada = new ViewerId("ada");

    @BeforeEach
    void open() {
        store = store();
        statistics = store.statistics();
        log = store.log();
        hold(log, statistics);
    }

    @Test
    void nothing_is_kept_before_the_first_fold() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(statistics.find(ada)).isEmpty();
    }

    @Test
    void a_marked_viewer_is_folded_once() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(keepDue(Events.NOW).viewers()).isEqualTo(1);
        assertThat(ofAda().watched().size()).isEqualTo(1);
        assertThat(keepDue(Events.NOW).viewers()).isZero();
    }

    @Test
    void a_duplicate_marks_nobody() {
        ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film");
        log.append(List.of(fact));
        keepDue(Events.NOW);
        log.append(List.of(fact));
        assertThat(keepDue(Events.NOW).viewers()).isZero();
    }

    @Test
    void a_withdrawal_marks_its_viewer() {
        ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film");
        log.append(List.of(fact));
        keepDue(Events.NOW);
        log.withdraw(fact.fact().id());
        assertThat(keepDue(Events.NOW).viewers()).isEqualTo(1);
        assertThat(ofAda().watched().isEmpty()).isTrue();
    }

    @Test
    void a_title_fact_makes_its_viewers_due() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        log.append(List.of(Events.movie("film", "t")));
        keepDue(Events.NOW);
        assertThat(ofAda().totals().movies()).isEqualTo(1);
    }

    @Test
    void a_viewer_changed_by_time_alone_is_due() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-15T08:00:00Z", "film")));
        keepDue(Events.NOW);
        assertThat(statistics.find(ada).orElseThrow().nextChangeAt()).isEqualTo(MIDNIGHT);
        assertThat(keepDue(MIDNIGHT.minusSeconds(1)).viewers()).isZero();
        assertThat(keepDue(MIDNIGHT).viewers()).isEqualTo(1);
    }

    @Test
    void a_viewer_is_settled_a_second_after_their_last_mark() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(2));
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(-5));
        assertThat(keepSettled().viewers()).isZero();
        store.ageing().accept(Duration.ofSeconds(6));
        assertThat(keepSettled()).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
        assertThat(keepSettled().viewers()).isZero();
    }

    @Test
    void a_viewer_whose_facts_arrive_all_the_time_is_folded_after_ten_seconds() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(15));
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(-10));
        assertThat(keepSettled().viewers()).isZero();
        store.ageing().accept(Duration.ofSeconds(5));
        assertThat(keepSettled()).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
    }

    @Test
    void a_viewer_who_is_not_settled_delays_no_other() {
        log.append(List.of(
                Events.watch("bob", "1", "2024-06-14T20:00:00Z", "film"),
                Events.watch("eve", "1", "2024-06-14T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(15));
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(-5));
        assertThat(keepSettled().viewers()).isEqualTo(2);
        assertThat(statistics.find(ada)).isEmpty();
        assertThat(keepDue(Events.NOW).viewers()).isEqualTo(1);
    }

    @Test
    void a_viewer_changed_by_time_alone_is_folded_after_arriving_facts() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-15T08:00:00Z", "film")));
        keepDue(Events.NOW);
        assertThat(keep(new Selection.Settled(MIDNIGHT.minusSeconds(1)), MIDNIGHT)
                        .viewers())
                .isZero();
        assertThat(keep(new Selection.Settled(MIDNIGHT), MIDNIGHT).viewers()).isEqualTo(1);
        log.append(List.of(Events.watch("ada", "2", "2024-06-15T09:00:00Z", "film")));
        store.ageing().accept(Duration.ofSeconds(-5));
        assertThat(keepSettled().viewers()).isZero();
    }

    @Test
    void one_or_all_are_folded_whether_marked_or_not() {
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"),
                Events.watch("bob", "2", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        assertThat(keep(new Selection.One(ada), Events.NOW).viewers()).isEqualTo(1);
        assertThat(keep(new Selection.All(), Events.NOW).viewers()).isEqualTo(2);
        assertThat(keep(new Selection.One(new ViewerId("eve")), Events.NOW).viewers())
                .isZero();
    }

    @Test
    void what_is_equal_already_is_folded_and_not_changed() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(keepDue(Events.NOW)).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
        assertThat(keep(new Selection.All(), Events.NOW)).isEqualTo(new Statistics.RefreshSummary(1, 0, 0));
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        assertThat(keepDue(Events.NOW)).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
    }

    @Test
    void what_was_kept_reads_as_it_was_folded() {
        log.append(List.of(
                Events.read(Events.event("viewer", "ada", "z1", "2024-01-01T00:00:00Z", Map.of("zone", "Asia/Tokyo"))),
                Events.read(Events.event("viewer", "ada", "z2", "2024-05-01T00:00:00Z", Map.of("zone", "UTC"))),
                Events.read(Events.event(
                        "pause", "ada", "p", "2024-05-01T00:00:00Z", Map.of("from", "2024-05-03", "to", "2024-05-20"))),
                Events.read(Events.event("watch", "ada", "d", null, Map.of("date", "1999-12-31"))),
                Events.watch("ada", "1", "2024-05-02T20:00:00Z", "film"),
                Events.watch("ada", "2", "2024-05-21T20:00:00Z", "other"),
                Events.watch("ada", "3", "2024-06-15T12:04:00Z", "film"),
                Events.movie("film", "t")));
        keepDue(Events.NOW);
        Statistics.StoredStatistics kept = statistics.find(ada).orElseThrow();
        assertThat(kept.statistics().totals().movies()).isEqualTo(1);
        assertThat(kept.statistics().streaks().paused().size()).isEqualTo(18);
        assertThat(kept.statistics().streaks().longest().orElseThrow().length()).isEqualTo(2);
        assertThat(kept.statistics().streaks().at(Events.NOW).current()).isEqualTo(1);
        assertThat(kept.nextChangeAt())
                .isEqualTo(kept.statistics().nextChangeAt(Events.NOW).orElseThrow());
    }

    @Test
    void what_is_kept_holds_only_until_a_fact_arrives_or_goes() {
        ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film");
        log.append(List.of(fact));
        keepDue(Events.NOW);
        assertThat(statistics.find(ada)).isPresent();
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        assertThat(statistics.find(ada)).isEmpty();
        keepDue(Events.NOW);
        assertThat(statistics.find(ada)).isPresent();
        log.withdraw(fact.fact().id());
        assertThat(statistics.find(ada)).isEmpty();
    }

    @Test
    void what_is_kept_holds_when_another_viewers_facts_arrive() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        log.append(List.of(Events.watch("bob", "1", "2024-06-14T20:00:00Z", "film")));
        assertThat(statistics.find(ada)).isPresent();
        assertThat(statistics.find(new ViewerId("bob"))).isEmpty();
    }

    @Test
    void nothing_that_is_kept_holds_while_a_title_fact_waits_for_a_fold() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        log.append(List.of(Events.movie("film", "t")));
        assertThat(statistics.find(ada)).isEmpty();
        keepDue(Events.NOW);
        assertThat(ofAda().totals().movies()).isEqualTo(1);
    }

    @Test
    void what_is_kept_holds_only_under_the_policies_in_force() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        assertThat(statistics.find(ada).orElseThrow().policies()).isEqualTo(Policies.DEFAULT);
        Policies others = new Policies(
                Policies.DEFAULT.dayStart(), new StreakPolicy(900, 0, 7), Policies.DEFAULT.completion(), List.of());
        store.policies().adopt(others);
        assertThat(statistics.find(ada)).isEmpty();
        keepDue(Events.NOW);
        assertThat(statistics.find(ada).orElseThrow().policies()).isEqualTo(others);
        store.policies().adopt(Policies.DEFAULT);
        assertThat(statistics.find(ada)).isEmpty();
        keepDue(Events.NOW);
        assertThat(statistics.find(ada).orElseThrow().policies()).isEqualTo(Policies.DEFAULT);
    }

    /** The same answer at any time after the fold, from stored statistics and from the history. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answers_for_now_are_the_same_from_what_is_kept_and_from_the_history(long seed) {
        Random random = new Random(seed);
        log.append(Lives.of("ada", random));
        answersAreTheSame(Events.NOW);
        keepDue(Events.NOW);
        answersAreTheSame(Events.NOW);
        log.append(Lives.lately("ada", random));
        answersAreTheSame(Events.NOW);
        keepDue(Events.NOW);
        for (int hours = 0; hours < 96; hours += 7) {
            answersAreTheSame(Events.NOW.plus(Duration.ofHours(hours)));
        }
    }

    private void answersAreTheSame(Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        ReadHistory folding = new ReadHistory(store.histories(), clock);
        ReadHistory reading = new ReadHistory(store.histories(), statistics, clock);
        assertThat(new ShowStreak(reading).show(ada, AsOf.LIVE))
                .isEqualTo(new ShowStreak(folding).show(ada, AsOf.LIVE));
        assertThat(new ShowMilestones(reading, store.announcements()).show(ada, AsOf.LIVE))
                .isEqualTo(new ShowMilestones(folding, store.announcements()).show(ada, AsOf.LIVE));
    }

    @Test
    void an_answer_for_now_needs_no_history_while_what_is_kept_holds() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        ReadHistory reading =
                new ReadHistory(new InMemoryStore().histories(), statistics, InstantSource.fixed(Events.NOW));
        assertThat(reading.statistics(ada, AsOf.LIVE)).isPresent();
        assertThat(reading.statistics(ada, new AsOf.At(Events.NOW))).isEmpty();
        assertThat(reading.inZone(ZoneOffset.UTC).statistics(ada, AsOf.LIVE)).isEmpty();
        log.append(List.of(Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        assertThat(reading.statistics(ada, AsOf.LIVE)).isEmpty();
    }

    @Test
    void a_comparison_finds_nothing_where_everything_was_folded() {
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"),
                Events.watch("bob", "2", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        assertThat(verify()).isEqualTo(new Statistics.StoreComparison(2, 0, List.of(), List.of()));
    }

    @Test
    void a_comparison_leaves_those_aside_whose_facts_wait_for_a_fold() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keepDue(Events.NOW);
        log.append(List.of(
                Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film"),
                Events.watch("bob", "3", "2024-06-13T20:00:00Z", "film")));
        assertThat(verify()).isEqualTo(new Statistics.StoreComparison(2, 2, List.of(), List.of()));
        assertThat(keepDue(Events.NOW).viewers()).isEqualTo(2);
    }

    @Test
    void a_comparison_lists_what_the_ledger_knows_and_the_facts_no_longer_give() {
        List<ParseResult.Parsed> week = week();
        log.append(week);
        keepDue(Events.NOW);
        log.withdraw(week.get(3).fact().id());
        keepDue(Events.NOW);
        Statistics.StoreComparison found = verify();
        assertThat(found.different()).isEmpty();
        assertThat(found.unsupported())
                .extracting(Statistics.Unsupported::viewer)
                .containsExactly(ada);
        assertThat(found.unsupported())
                .extracting(each -> each.recorded().rung().threshold())
                .containsExactly(7);
    }

    @Test
    void nothing_is_kept_of_the_forgotten() {
        List<ParseResult.Parsed> week = week();
        log.append(week);
        keepDue(Events.NOW);
        assertThat(statistics.find(ada)).isPresent();
        assertThat(log.erase(ada)).isTrue();
        assertThat(statistics.find(ada)).isEmpty();
        assertThat(keep(new Selection.All(), Events.NOW).viewers()).isZero();
        log.append(week.subList(0, 1));
        assertThat(keepDue(Events.NOW)).isEqualTo(new Statistics.RefreshSummary(1, 1, 0));
        assertThat(ofAda().watched().size()).isEqualTo(1);
    }

    /** Seven days of 2024-06, on each of which ada watches. */
    private static List<ParseResult.Parsed> week() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(day -> Events.watch("ada", "d" + day, "2024-06-0" + day + "T20:00:00Z", "film"))
                .toList();
    }

    private ViewerStatistics ofAda() {
        return statistics.find(ada).orElseThrow().statistics();
    }

    private Statistics.StoreComparison verify() {
        return new RefreshStatistics(statistics, store.rankings(), InstantSource.fixed(Events.NOW))
                .verify(new Selection.All());
    }

    private Statistics.RefreshSummary keepDue(Instant now) {
        return keep(new Selection.Due(now), now);
    }

    private Statistics.RefreshSummary keepSettled() {
        return keep(
                new Selection.Settled(store.clock().instant()), store.clock().instant());
    }

    private Statistics.RefreshSummary keep(Selection selection, Instant now) {
        return new RefreshStatistics(statistics, store.rankings(), InstantSource.fixed(now)).refresh(selection);
    }
}
