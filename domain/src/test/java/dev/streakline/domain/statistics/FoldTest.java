package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Run;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.LadderProgress;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.milestone.Tier;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are days of May 2024. */
class FoldTest {

    private static final int FILM = 0;
    private static final int PILOT = 1;
    private static final Titles TITLES = new Titles.Builder()
            .describe(FILM, title(TitleKind.MOVIE, null, 6_000))
            .describe(PILOT, title(TitleKind.EPISODE, "Dark", 3_000))
            .build();
    private static final StreakPolicy TEN_MINUTES = new StreakPolicy(600, 0, 7);

    private final FactColumns facts = new FactColumns(8);

    private static TitleDetails title(TitleKind kind, @Nullable String show, int runtime) {
        return new TitleDetails(kind, show, List.of(), runtime);
    }

    private static Policies policies(StreakPolicy streaks) {
        List<Rung> rungs = List.of(new Rung(1, Tier.BRONZE), new Rung(2, Tier.GOLD));
        return new Policies(
                DayStart.MIDNIGHT,
                streaks,
                CompletionPolicy.DEFAULT,
                Stream.of(Measure.values())
                        .map(measure -> new Ladder(measure, rungs))
                        .toList());
    }

    private ViewerStatistics fold(Policies policies, ZoneTimeline zones, Pause... pauses) {
        return new Fold(TITLES, policies).of(new ViewerHistory(facts, 0, facts.size(), zones, List.of(pauses)));
    }

    private ViewerStatistics fold() {
        return fold(policies(StreakPolicy.DEFAULT), ZoneTimeline.UTC);
    }

    private List<String> achievements() {
        return fold().achievements().stream()
                .map(each -> each.measure() + " " + each.rung().threshold() + " " + each.achievedAt() + " "
                        + each.precision())
                .toList();
    }

    private static int day(int day) {
        return (int) LocalDate.of(2024, 4, 30).plusDays(day).toEpochDay();
    }

    private static Instant evening(int day) {
        return Instant.parse("2024-04-30T20:00:00Z").plusSeconds(day * 86_400L);
    }

    private void watch(int day, int title, int seconds, Completed completed) {
        facts.watch(EpochMicros.of(evening(day)), title, seconds, completed);
    }

    private static ActivityCalendar days(int... days) {
        return ActivityCalendar.of(Arrays.stream(days)
                .mapToObj(day -> LocalDate.ofEpochDay(day(day)))
                .toList());
    }

    @Test
    void a_viewer_without_facts_has_nothing() {
        ViewerStatistics statistics = fold();
        assertThat(statistics.watched()).isEqualTo(ActivityCalendar.EMPTY);
        assertThat(statistics.streaks().qualified()).isEqualTo(ActivityCalendar.EMPTY);
        assertThat(statistics.streaks().lastWatched()).isNull();
        assertThat(statistics.streaks().latest()).isEqualTo(LatestDay.NONE);
        assertThat(statistics.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
        assertThat(statistics.achievements()).isEmpty();
        assertThat(statistics.daysByKind()).isEmpty();
    }

    @Nested
    class totals {

        @Test
        void add_up_stated_seconds_and_estimates() {
            watch(1, FILM, 100, Completed.NO);
            watch(2, PILOT, FactColumns.UNKNOWN_SECONDS, Completed.NO);
            watch(3, Titles.NONE, FactColumns.UNKNOWN_SECONDS, Completed.NO);
            watch(4, FILM, 20, Completed.NO);
            assertThat(fold().totals()).isEqualTo(new Totals(4, 3_120, 3_000, 0, 0, 0));
        }

        @Test
        void leave_out_interactions() {
            facts.interaction(EpochMicros.of(evening(1)), 3, InteractionKind.CHEER, 500);
            ViewerStatistics statistics = fold();
            assertThat(statistics.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
            assertThat(statistics.watched()).isEqualTo(ActivityCalendar.EMPTY);
            assertThat(statistics.streaks().lastWatched()).isNull();
            assertThat(statistics.streaks().latest())
                    .isEqualTo(LatestDay.of(new long[] {EpochMicros.of(evening(1))}, new int[] {day(1)}));
        }

        @ParameterizedTest
        @CsvSource({
            "-1, UNSPECIFIED, 1",
            "-1, YES, 1",
            "-1, NO, 0",
            "0, UNSPECIFIED, 0",
            "0, YES, 1",
            "4799, UNSPECIFIED, 0",
            "4799, YES, 1",
            "4800, UNSPECIFIED, 1",
            "4800, NO, 1"
        })
        void count_a_film_as_completed_by_word_by_unknown_length_and_by_seconds(
                int seconds, Completed completed, int movies) {
            watch(1, FILM, seconds, completed);
            assertThat(fold().totals().movies()).isEqualTo(movies);
        }

        @ParameterizedTest
        @CsvSource({"2399, 0", "2400, 1"})
        void count_an_episode_by_the_ranges_watched_and_not_by_seconds(int to, int completed) {
            watch(1, PILOT, 3_000, Completed.UNSPECIFIED);
            facts.ofRange(0, 1_000);
            watch(2, PILOT, FactColumns.UNKNOWN_SECONDS, Completed.NO);
            facts.ofRange(500, to);
            Totals totals = fold().totals();
            assertThat(List.of(totals.movies(), totals.shows(), totals.episodes()))
                    .containsExactly(0, completed, completed);
        }
    }

    @Nested
    class days {

        @Test
        void are_those_with_a_session_in_all_and_by_kind() {
            watch(1, FILM, 60, Completed.NO);
            watch(2, PILOT, 60, Completed.NO);
            watch(4, PILOT, 60, Completed.NO);
            watch(4, Titles.NONE, 60, Completed.NO);
            ViewerStatistics statistics = fold();
            assertThat(statistics.watched()).isEqualTo(FoldTest.days(1, 2, 4));
            assertThat(statistics.streaks().lastWatched()).isEqualTo("2024-05-04");
            assertThat(statistics.daysByKind())
                    .containsOnlyKeys(TitleKind.MOVIE, TitleKind.EPISODE, TitleKind.UNKNOWN)
                    .containsEntry(TitleKind.MOVIE, FoldTest.days(1))
                    .containsEntry(TitleKind.EPISODE, FoldTest.days(2, 4))
                    .containsEntry(TitleKind.UNKNOWN, FoldTest.days(4));
        }

        @Test
        void are_the_viewers_own_and_a_date_is_already_one() {
            facts.watch(EpochMicros.of(evening(1)), FILM, 60, Completed.NO);
            facts.watchOn(day(4), FILM, 60, Completed.NO);
            ZoneTimeline tokyo = ZoneTimeline.ofFixedZone(ZoneId.of("Asia/Tokyo"));
            assertThat(fold(Policies.DEFAULT, tokyo).watched()).isEqualTo(FoldTest.days(2, 4));
        }

        @ParameterizedTest
        @CsvSource({
            "599, NO, false",
            "600, NO, true",
            "0, YES, true",
            "-1, NO, true",
            "0, UNSPECIFIED, false",
        })
        void qualify_by_seconds_completion_or_unknown_length(int seconds, Completed completed, boolean qualified) {
            watch(1, Titles.NONE, seconds, completed);
            ViewerStatistics statistics = fold(policies(TEN_MINUTES), ZoneTimeline.UTC);
            assertThat(statistics.streaks().qualified().contains(day(1))).isEqualTo(qualified);
            assertThat(statistics.watched().contains(day(1))).isTrue();
        }

        @Test
        void of_a_pause_bridge_the_streak_and_its_ladder() {
            watch(1, FILM, 60, Completed.NO);
            watch(4, FILM, 60, Completed.NO);
            Pause pause = new Pause(evening(1), LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 3));
            ViewerStatistics statistics = fold(policies(StreakPolicy.DEFAULT), ZoneTimeline.UTC, pause);
            assertThat(statistics.streaks().paused()).isEqualTo(FoldTest.days(2, 3));
            assertThat(statistics.streaks().longest()).contains(new Run(day(1), day(4), 2));
            assertThat(statistics.achievements()).hasSize(2);
            assertThat(fold().achievements()).hasSize(1);
        }
    }

    @Nested
    class rungs {

        @Test
        void are_reached_at_the_fact_that_crossed_them() {
            watch(2, PILOT, 3_600, Completed.YES);
            watch(1, FILM, 3_599, Completed.YES);
            assertThat(achievements())
                    .containsExactly(
                            "MOVIES 1 2024-05-01T20:00:00Z INSTANT",
                            "STREAK 1 2024-05-01T20:00:00Z INSTANT",
                            "SHOWS 1 2024-05-02T20:00:00Z INSTANT",
                            "EPISODES 1 2024-05-02T20:00:00Z INSTANT",
                            "HOURS 1 2024-05-02T20:00:00Z INSTANT",
                            "STREAK 2 2024-05-02T20:00:00Z INSTANT");
        }

        @Test
        void are_reached_together_by_the_facts_of_one_instant() {
            watch(1, PILOT, 3_600, Completed.NO);
            watch(1, PILOT, 3_600, Completed.NO);
            assertThat(achievements())
                    .containsExactly(
                            "SHOWS 1 2024-05-01T20:00:00Z INSTANT",
                            "EPISODES 1 2024-05-01T20:00:00Z INSTANT",
                            "HOURS 1 2024-05-01T20:00:00Z INSTANT",
                            "HOURS 2 2024-05-01T20:00:00Z INSTANT",
                            "STREAK 1 2024-05-01T20:00:00Z INSTANT");
        }

        @Test
        void are_known_to_the_date_when_every_watch_fact_of_their_instant_is_date_only() {
            facts.watchOn(day(1), FILM, 60, Completed.YES);
            facts.interaction(day(1) * EpochMicros.PER_DAY, 3, InteractionKind.CHAT, 0);
            assertThat(achievements())
                    .containsExactly("MOVIES 1 2024-05-01T00:00:00Z DATE", "STREAK 1 2024-05-01T00:00:00Z DATE");
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void are_known_to_the_instant_when_one_of_its_facts_has_one(boolean dateOnlyFirst) {
            if (dateOnlyFirst) {
                facts.watchOn(day(1), FILM, 60, Completed.YES);
            }
            facts.watch(day(1) * EpochMicros.PER_DAY, FILM, 60, Completed.YES);
            facts.watchOn(day(1), FILM, 60, Completed.YES);
            assertThat(achievements())
                    .containsExactly("MOVIES 1 2024-05-01T00:00:00Z INSTANT", "STREAK 1 2024-05-01T00:00:00Z INSTANT");
        }
    }

    @Test
    void dates_at_one_instant_are_folded_in_any_order() {
        int leftOut = (int) LocalDate.of(2011, 12, 30).toEpochDay();
        for (int day : new int[] {leftOut, leftOut + 1, leftOut}) {
            facts.watchOn(day, FILM, 60, Completed.NO);
        }
        ZoneTimeline apia = ZoneTimeline.ofFixedZone(ZoneId.of("Pacific/Apia"));
        Fold fold = new Fold(TITLES, Policies.DEFAULT);
        assertThat(fold.of(new ViewerHistory(facts, 0, 2, apia, List.of())))
                .isEqualTo(fold.of(new ViewerHistory(facts, 1, 3, apia, List.of())));
    }

    @Test
    void one_viewer_leaves_nothing_to_the_next() {
        watch(1, FILM, 7_200, Completed.YES);
        watch(1, PILOT, FactColumns.UNKNOWN_SECONDS, Completed.YES);
        int first = facts.size();
        watch(3, PILOT, 3_600, Completed.YES);
        ViewerHistory next = new ViewerHistory(facts, first, facts.size(), ZoneTimeline.UTC, List.of());
        Policies policies = policies(StreakPolicy.DEFAULT);
        Fold used = new Fold(TITLES, policies);
        used.of(new ViewerHistory(facts, 0, first, ZoneTimeline.UTC, List.of()));
        assertThat(used.of(next)).isEqualTo(new Fold(TITLES, policies).of(next));
        assertThat(used.of(next).totals()).isEqualTo(new Totals(1, 3_600, 0, 0, 1, 1));
    }

    @Nested
    class at_an_instant {

        @Test
        void a_viewer_stands_on_every_ladder() {
            watch(1, FILM, 60, Completed.YES);
            watch(2, PILOT, 60, Completed.YES);
            assertThat(fold().standing(evening(3))).isEqualTo(new LadderProgress(1, 1, 1, 120, 2));
            assertThat(fold().standing(evening(4))).isEqualTo(new LadderProgress(1, 1, 1, 120, 0));
            assertThat(fold().nextChangeAt(evening(3))).contains(Instant.parse("2024-05-04T00:00:00Z"));
        }

        @Test
        void the_kinds_are_those_of_the_qualified_days_of_the_living_streak() {
            watch(1, Titles.NONE, 600, Completed.NO);
            watch(3, FILM, 600, Completed.NO);
            watch(4, PILOT, 60, Completed.NO);
            watch(5, FILM, 600, Completed.NO);
            Pause pause = new Pause(evening(2), LocalDate.of(2024, 5, 4), LocalDate.of(2024, 5, 4));
            ViewerStatistics statistics = fold(policies(TEN_MINUTES), ZoneTimeline.UTC, pause);
            assertThat(statistics.standing(evening(5)).currentStreak()).isEqualTo(2);
            assertThat(statistics.kindsInStreak(evening(5))).containsExactly(TitleKind.MOVIE);
            assertThat(statistics.kindsInStreak(evening(7))).isEmpty();
        }
    }
}
