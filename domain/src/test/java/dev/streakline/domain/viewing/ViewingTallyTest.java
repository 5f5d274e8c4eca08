package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Now is noon of Friday, 15 March 2024 on the viewer's local clock. */
class ViewingTallyTest {

    private static final int FILM = 0;
    private static final int PILOT = 1;
    private static final int SECOND_EPISODE = 2;
    private static final int EPISODE_OF_NO_SHOW = 3;
    private static final int VIDEO = 4;
    private static final int EPISODE_OF_ANOTHER_SHOW = 5;
    private static final int TV = 0;
    private static final int PHONE = 1;
    private static final Titles TITLES = new Titles.Builder()
            .describe(FILM, title(TitleKind.MOVIE, null, 6_000, "drama", "crime", "art"))
            .describe(PILOT, title(TitleKind.EPISODE, "Dark", 3_000, "drama"))
            .describe(SECOND_EPISODE, title(TitleKind.EPISODE, "Dark", 3_000, "drama"))
            .describe(EPISODE_OF_NO_SHOW, title(TitleKind.EPISODE, null, 3_000))
            .describe(VIDEO, title(TitleKind.VIDEO, "Dark", 600))
            .describe(EPISODE_OF_ANOTHER_SHOW, title(TitleKind.EPISODE, "Light", 3_000))
            .build();
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 3, 15, 12, 0);

    private final NameIndex platforms = new NameIndex();
    private final ViewingTally march = tally(Window.of(WindowKind.MONTH, NOW.toLocalDate()));

    ViewingTallyTest() {
        platforms.keyOf("tv");
        platforms.keyOf("phone");
    }

    private static TitleDetails title(TitleKind kind, @Nullable String show, int runtime, String... genres) {
        return new TitleDetails(kind, show, List.of(genres), runtime);
    }

    private ViewingTally tally(Window window) {
        return new ViewingTally(window, TITLES, platforms, NOW.toLocalDate(), clock(NOW));
    }

    private static long clock(LocalDateTime local) {
        return EpochMicros.of(local.toInstant(ZoneOffset.UTC));
    }

    private static long march(int day) {
        return clock(LocalDateTime.of(2024, 3, day, 20, 0));
    }

    private void watch(int title, int seconds) {
        march.add(march(5), title, TV, NameIndex.NONE, seconds);
    }

    @Nested
    class a_window {

        @Test
        void without_sessions_has_nothing() {
            assertThat(march.viewingTime())
                    .isEqualTo(new ViewingTime(
                            Window.of(WindowKind.MONTH, NOW.toLocalDate()),
                            NOW.toLocalDate(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            PeriodComparison.of(0, 0)));
        }

        @ParameterizedTest
        @CsvSource({
            "2024-02-29T23:59:59, 0",
            "2024-03-01T00:00:00, 100",
            "2024-03-31T23:59:59, 100",
            "2024-04-01T00:00:00, 0"
        })
        void takes_the_sessions_of_its_days(LocalDateTime at, long seconds) {
            march.add(clock(at), FILM, TV, NameIndex.NONE, 100);
            assertThat(march.viewingTime().seconds()).isEqualTo(seconds);
        }

        @Test
        void adds_up_stated_seconds_and_estimates_the_rest_by_the_runtime() {
            watch(FILM, 100);
            watch(PILOT, -1);
            watch(Titles.NONE, -1);
            watch(VIDEO, 0);
            assertThat(march.viewingTime().seconds()).isEqualTo(3_100);
            assertThat(march.viewingTime().estimatedSeconds()).isEqualTo(3_000);
        }

        @Test
        void counts_the_slices_of_one_sitting_as_one_session() {
            march.add(march(5), FILM, TV, 7, 100);
            march.add(march(6), FILM, TV, 7, 100);
            march.add(march(7), FILM, TV, 8, 100);
            march.add(march(7), FILM, TV, NameIndex.NONE, 100);
            march.add(march(7), FILM, TV, NameIndex.NONE, 100);
            assertThat(march.viewingTime().sessions()).isEqualTo(4);
            assertThat(march.viewingTime().activeDays()).isEqualTo(3);
        }

        @Test
        void counts_distinct_titles_watched_and_completed_or_not() {
            for (int title = Titles.NONE; title <= EPISODE_OF_ANOTHER_SHOW + 1; title++) {
                watch(title, 1);
            }
            watch(FILM, 1);
            watch(PILOT, 1);
            ViewingTime time = march.viewingTime();
            assertThat(List.of(time.movies(), time.shows(), time.episodes())).containsExactly(1, 2, 4);
        }
    }

    @Nested
    class a_breakdown {

        @Test
        void by_kind_and_platform_stands_most_seconds_first() {
            march.add(march(5), FILM, TV, NameIndex.NONE, 100);
            march.add(march(5), PILOT, PHONE, NameIndex.NONE, 200);
            march.add(march(5), SECOND_EPISODE, PHONE, NameIndex.NONE, 200);
            march.add(march(5), Titles.NONE, NameIndex.NONE, NameIndex.NONE, 300);
            assertThat(march.viewingTime().byKind())
                    .containsExactly(
                            new BreakdownItem("episode", 400),
                            new BreakdownItem("unknown", 300),
                            new BreakdownItem("movie", 100));
            assertThat(march.viewingTime().byPlatform())
                    .containsExactly(
                            new BreakdownItem("phone", 400),
                            new BreakdownItem("unknown", 300),
                            new BreakdownItem("tv", 100));
        }

        @ParameterizedTest
        @CsvSource({"99, 33, 33, 33", "100, 34, 33, 33", "101, 34, 34, 33", "2, 1, 1, 0", "0, 0, 0, 0"})
        void by_genre_splits_seconds_equally_and_deals_out_the_spare_ones(
                int seconds, long art, long crime, long drama) {
            watch(FILM, seconds);
            assertThat(march.viewingTime().byGenre())
                    .containsExactly(
                            new BreakdownItem("art", art),
                            new BreakdownItem("crime", crime),
                            new BreakdownItem("drama", drama));
        }

        @Test
        void by_genre_knows_what_is_unknown() {
            watch(VIDEO, 50);
            watch(Titles.NONE, 50);
            watch(PILOT, 10);
            assertThat(march.viewingTime().byGenre())
                    .containsExactly(new BreakdownItem("unknown", 100), new BreakdownItem("drama", 10));
        }

        @Test
        void of_equal_parts_stands_in_code_point_order() {
            platforms.keyOf("\uD835\uDD04");
            platforms.keyOf("\uFF5E");
            for (int platform : new int[] {2, PHONE, 3, TV}) {
                march.add(march(5), FILM, platform, NameIndex.NONE, 60);
            }
            assertThat(march.viewingTime().byPlatform())
                    .extracting(BreakdownItem::name)
                    .containsExactly("phone", "tv", "\uFF5E", "\uD835\uDD04");
        }

        @Test
        void by_month_stands_in_the_order_of_time_and_leaves_out_months_without_a_session() {
            ViewingTally all = tally(Window.ALL);
            for (LocalDate day : List.of(
                    LocalDate.of(2024, 3, 1),
                    LocalDate.of(2023, 12, 31),
                    LocalDate.of(1969, 12, 31),
                    LocalDate.of(2024, 3, 31))) {
                all.add(clock(day.atTime(23, 0)), FILM, TV, NameIndex.NONE, 60);
            }
            assertThat(all.viewingTime().byMonth())
                    .containsExactly(
                            new ViewingTime.MonthTotal(YearMonth.of(1969, 12), 60),
                            new ViewingTime.MonthTotal(YearMonth.of(2023, 12), 60),
                            new ViewingTime.MonthTotal(YearMonth.of(2024, 3), 120));
            assertThat(all.viewingTime().comparison()).isNull();
        }
    }

    @Nested
    class a_comparison {

        @ParameterizedTest
        @CsvSource({
            "2024-01-31T23:59:59, 0",
            "2024-02-01T00:00:00, 40",
            "2024-02-15T12:00:00, 40",
            "2024-02-15T12:00:00.000001, 0",
            "2024-02-20T00:00:00, 0"
        })
        void is_with_the_same_elapsed_part_of_the_window_before(LocalDateTime at, long previous) {
            watch(FILM, 100);
            march.add(clock(at), PILOT, TV, 1, 40);
            assertThat(march.viewingTime().comparison()).isEqualTo(PeriodComparison.of(100, previous));
            assertThat(march.viewingTime().seconds()).isEqualTo(100);
            assertThat(march.viewingTime().sessions()).isEqualTo(1);
        }

        @Test
        void adds_up_estimates_too() {
            march.add(clock(LocalDateTime.of(2024, 2, 1, 0, 0)), PILOT, TV, 1, -1);
            march.add(clock(LocalDateTime.of(2024, 2, 2, 0, 0)), FILM, TV, 1, -1);
            assertThat(march.viewingTime().comparison()).isEqualTo(PeriodComparison.of(0, 9_000));
        }
    }
}
