package dev.streakline.domain.lifetime;

import static dev.streakline.domain.lifetime.DaysOf2024.NEW_YEAR;
import static dev.streakline.domain.lifetime.DaysOf2024.VIEWER;
import static dev.streakline.domain.lifetime.DaysOf2024.active;
import static dev.streakline.domain.lifetime.DaysOf2024.closed;
import static dev.streakline.domain.lifetime.DaysOf2024.days;
import static dev.streakline.domain.lifetime.DaysOf2024.midnight;
import static dev.streakline.domain.lifetime.DaysOf2024.noon;
import static dev.streakline.domain.lifetime.DaysOf2024.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.lifetime.LifetimeStatistics.Activity;
import dev.streakline.domain.lifetime.LifetimeStatistics.BadgeProgress;
import dev.streakline.domain.lifetime.LifetimeStatistics.Loyalty;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are days since 2024-01-01, which is day 0, at noon in UTC unless stated otherwise. */
class LifetimeStatisticsTest {

    private static final BadgeUnlock NEWCOMER = new BadgeUnlock(Badge.NEWCOMER, noon(0), Precision.DATE);

    private static LifetimeStatistics at(int day, ChannelStatistics channel) {
        return LifetimeStatistics.of(channel, VIEWER, noon(day));
    }

    private static BadgeProgress progress(LifetimeStatistics statistics, Badge badge) {
        return statistics.badges().get(badge.ordinal());
    }

    @Test
    void a_viewer_who_was_never_there_has_nothing() {
        LifetimeStatistics nothing = at(3, ChannelStatistics.NONE);
        assertThat(nothing.watchTime()).isEqualTo(WatchTime.NONE);
        assertThat(nothing.messages()).isEqualTo(InteractionCounts.NONE);
        assertThat(nothing.loyalty()).isEqualTo(new Loyalty(0, 0, 0, 0));
        assertThat(nothing.activity()).isEqualTo(new Activity(0, 0, null, 0));
        assertThat(nothing.radar()).isEqualTo(new Radar(0, 0, 0, 0, 0, 0));
        assertThat(nothing.badges())
                .isEqualTo(Stream.of(Badge.values())
                        .map(badge -> new BadgeProgress(badge, 0, null))
                        .toList())
                .allSatisfy(badge -> assertThat(badge.unlockedAt()).isEmpty());
        assertThat(ChannelStatistics.NONE.nextChangeAt(noon(3), VIEWER)).isEmpty();
    }

    @Nested
    class loyalty {

        @ParameterizedTest
        @CsvSource({"0, 0", "1, 0", "2, 1", "3, 2", "30, 29", "31, 30"})
        void counts_tracking_days_from_the_first_active_day_to_today_inclusive(int today, int days) {
            assertThat(at(today, active(days(2, 5))).loyalty().trackingDays()).isEqualTo(days);
            assertThat(at(today, active(days(2, 5))).loyalty().activeDays()).isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource({"4, 2, 1", "5, 2, 2", "6, 2, 2", "7, 2, 0"})
        void knows_the_longest_and_the_current_streak_without_freezes(int today, int longest, int current) {
            Loyalty loyalty = at(today, active(days(1, 4, 5))).loyalty();
            assertThat(loyalty.longestStreak()).isEqualTo(longest);
            assertThat(loyalty.currentStreak()).isEqualTo(current);
        }

        @ParameterizedTest
        @CsvSource({"5, 3", "8, 3", "9, 0"})
        void passes_over_the_viewers_pauses(int today, int current) {
            StreakHistory paused = viewer(days(2, 3, 6, 7), LatestDay.NONE);
            Loyalty loyalty = LifetimeStatistics.of(active(days(1, 4, 5)), paused, noon(today))
                    .loyalty();
            assertThat(loyalty.longestStreak()).isEqualTo(3);
            assertThat(loyalty.currentStreak()).isEqualTo(current);
        }

        @Test
        void has_the_viewers_today_also_when_it_comes_from_another_channel() {
            LatestDay.LatestDayTally seen = new LatestDay.LatestDayTally();
            seen.add(EpochMicros.of(noon(5)), (int) NEW_YEAR.plusDays(6).toEpochDay());
            StreakHistory landed = viewer(ActivityCalendar.EMPTY, seen.latest());
            assertThat(LifetimeStatistics.of(active(days(4)), landed, noon(5)).loyalty())
                    .isEqualTo(new Loyalty(3, 1, 1, 0));
        }
    }

    @Nested
    class activity {

        @ParameterizedTest
        @CsvSource({
            "63, 0, 0",
            "64, 1, 1",
            "93, 1, 1",
            "94, 0, 1",
            "99, 1, 2",
            "100, 2, 3",
            "128, 2, 3",
            "129, 1, 3",
            "130, 0, 3",
            "153, 0, 3",
            "154, 0, 2",
            "188, 0, 2",
            "189, 0, 1",
            "190, 0, 0"
        })
        void is_that_of_today_and_the_29_or_89_days_before_it(int today, int last30, int last90) {
            Activity activity = at(today, active(days(99, 100, 64))).activity();
            assertThat(activity.last30Days()).isEqualTo(last30);
            assertThat(activity.last90Days()).isEqualTo(last90);
        }

        @ParameterizedTest
        @CsvSource({"0, 2024-01, 1", "30, 2024-01, 2", "31, 2024-01, 2", "59, 2024-02, 2", "60, 2024-02, 2"})
        void is_highest_in_the_month_with_most_days_and_of_several_in_the_later(int last, YearMonth month, int days) {
            int[] all = {0, 30, 31, 59, 60};
            ActivityCalendar some = ActivityCalendar.of(Arrays.stream(all)
                    .filter(day -> day <= last)
                    .mapToObj(NEW_YEAR::plusDays)
                    .toList());
            Activity activity = at(0, active(some)).activity();
            assertThat(activity.mostActiveMonth()).isEqualTo(month);
            assertThat(activity.mostActiveMonthDays()).isEqualTo(days);
        }

        @Test
        void of_an_earlier_month_stays_highest_when_later_ones_have_less() {
            assertThat(at(0, active(days(-400, -399, -10, 40))).activity().mostActiveMonth())
                    .isEqualTo("2022-11");
        }
    }

    @Nested
    class badges {

        @Test
        void are_sixteen_in_four_categories() {
            assertThat(Stream.of(Badge.values())
                            .map(badge -> badge.category().code() + " " + badge.code() + " " + badge.threshold() + " "
                                    + badge.unit().code()))
                    .containsExactly(
                            "watch-time newcomer 1 sessions",
                            "watch-time loyal-viewer 10 hours",
                            "watch-time veteran-fan 50 hours",
                            "watch-time iron-fan 100 hours",
                            "watch-time legendary 500 hours",
                            "interaction first-words 1 messages",
                            "interaction chatty 100 messages",
                            "interaction influencer 500 messages",
                            "interaction super-chatty 1000 messages",
                            "loyalty new-follower 1 tracking-days",
                            "loyalty long-term 30 tracking-days",
                            "loyalty og-fan 90 tracking-days",
                            "loyalty die-hard 365 tracking-days",
                            "streak streak-7 7 streak-days",
                            "streak streak-30 30 streak-days",
                            "streak streak-90 90 streak-days");
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0, 0, 0, 0",
            "359, 0, 0, 0, 0",
            "360, 1, 0, 0, 0",
            "35999, 99, 19, 9, 1",
            "36000, 100, 20, 10, 2",
            "179999, 100, 99, 49, 9",
            "180000, 100, 100, 50, 10",
            "360000, 100, 100, 100, 20",
            "1799999, 100, 100, 100, 99",
            "1800000, 100, 100, 100, 100",
            "9000000, 100, 100, 100, 100"
        })
        void for_watching_progress_by_exact_seconds_rounded_down(
                long seconds, int loyal, int veteran, int iron, int legendary) {
            WatchTime watchTime = new WatchTime(1, 1, seconds, 0, null, null);
            LifetimeStatistics statistics =
                    at(0, new ChannelStatistics(watchTime, InteractionCounts.NONE, days(0), List.of(NEWCOMER)));
            assertThat(statistics.badges().subList(0, 5).stream().map(BadgeProgress::progress))
                    .containsExactly(100, loyal, veteran, iron, legendary);
            assertThat(progress(statistics, Badge.NEWCOMER).unlock()).isEqualTo(NEWCOMER);
            assertThat(progress(statistics, Badge.NEWCOMER).unlockedAt()).contains(noon(0));
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0, 0, 0, 0",
            "1, 100, 1, 0, 0",
            "99, 100, 99, 19, 9",
            "100, 100, 100, 20, 10",
            "499, 100, 100, 99, 49",
            "500, 100, 100, 100, 50",
            "999, 100, 100, 100, 99",
            "1000, 100, 100, 100, 100"
        })
        void for_messages_progress_by_the_total(int total, int first, int chatty, int influencer, int superChatty) {
            InteractionCounts messages = new InteractionCounts(total / 2, 0, 0, 0, total - total / 2, 5_000);
            LifetimeStatistics statistics = at(0, new ChannelStatistics(WatchTime.NONE, messages, days(0), List.of()));
            assertThat(statistics.badges().subList(5, 9).stream().map(BadgeProgress::progress))
                    .containsExactly(first, chatty, influencer, superChatty);
        }

        @ParameterizedTest
        @CsvSource({
            "0, 3, , 1, , 0, ",
            "27, 93, , 31, , 7, ",
            "28, 96, , 32, , 7, ",
            "29, 100, 29, 33, , 8, ",
            "30, 100, 29, 34, , 8, ",
            "88, 100, 29, 98, , 24, ",
            "89, 100, 29, 100, 89, 24, ",
            "363, 100, 29, 100, 89, 99, ",
            "364, 100, 29, 100, 89, 100, 364",
            "900, 100, 29, 100, 89, 100, 364"
        })
        void for_loyalty_are_unlocked_by_time_alone(
                int today,
                int longTerm,
                @Nullable Integer longTermDay,
                int ogFan,
                @Nullable Integer ogFanDay,
                int dieHard,
                @Nullable Integer dieHardDay) {
            LifetimeStatistics statistics = at(today, active(days(0)));
            assertThat(progress(statistics, Badge.LONG_TERM)).isEqualTo(loyal(Badge.LONG_TERM, longTerm, longTermDay));
            assertThat(progress(statistics, Badge.OG_FAN)).isEqualTo(loyal(Badge.OG_FAN, ogFan, ogFanDay));
            assertThat(progress(statistics, Badge.DIE_HARD)).isEqualTo(loyal(Badge.DIE_HARD, dieHard, dieHardDay));
        }

        private static BadgeProgress loyal(Badge badge, int progress, @Nullable Integer day) {
            return new BadgeProgress(
                    badge, progress, day == null ? null : new BadgeUnlock(badge, midnight(day), Precision.INSTANT));
        }

        @Test
        void for_loyalty_are_unlocked_at_the_first_instant_of_the_day() {
            ChannelStatistics channel = active(days(0));
            Instant at = midnight(29);
            assertThat(progress(LifetimeStatistics.of(channel, VIEWER, at.minusNanos(1_000)), Badge.LONG_TERM)
                            .unlockedAt())
                    .isEmpty();
            assertThat(progress(LifetimeStatistics.of(channel, VIEWER, at), Badge.LONG_TERM)
                            .unlockedAt())
                    .contains(at);
        }

        @Test
        void for_loyalty_are_unlocked_by_a_flight_over_their_day_at_the_landing() {
            // From 23:30 of day 28 in Pago Pago to 00:30 of day 30 on Kiritimati.
            Instant landing = midnight(29).plusSeconds(37_800);
            StreakHistory traveller = viewer(LocalDayClock.of(
                    ZoneTimeline.of(List.of(
                            new ZoneTimeline.ZoneChange(noon(0), ZoneId.of("Pacific/Pago_Pago")),
                            new ZoneTimeline.ZoneChange(landing, ZoneId.of("Pacific/Kiritimati")))),
                    DayStart.MIDNIGHT));
            ChannelStatistics channel = active(days(0));
            assertThat(progress(LifetimeStatistics.of(channel, traveller, landing.minusNanos(1_000)), Badge.LONG_TERM))
                    .isEqualTo(new BadgeProgress(Badge.LONG_TERM, 96, null));
            assertThat(progress(LifetimeStatistics.of(channel, traveller, landing), Badge.LONG_TERM))
                    .isEqualTo(new BadgeProgress(
                            Badge.LONG_TERM, 100, new BadgeUnlock(Badge.LONG_TERM, landing, Precision.INSTANT)));
        }

        @Test
        void for_a_first_follow_are_unlocked_by_the_fact_also_before_its_day() {
            BadgeUnlock unlock = new BadgeUnlock(Badge.NEW_FOLLOWER, noon(1), Precision.INSTANT);
            LifetimeStatistics early = at(0, active(days(1), unlock));
            assertThat(progress(early, Badge.NEW_FOLLOWER))
                    .isEqualTo(new BadgeProgress(Badge.NEW_FOLLOWER, 100, unlock));
            assertThat(early.loyalty().trackingDays()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "1, 14, 3, 1",
            "6, 85, 20, 6",
            "7, 100, 23, 7",
            "29, 100, 96, 32",
            "30, 100, 100, 33",
            "89, 100, 100, 98",
            "90, 100, 100, 100",
            "91, 100, 100, 100"
        })
        void for_streaks_progress_by_the_longest(int longest, int seven, int thirty, int ninety) {
            ActivityCalendar activity = closed(0, longest - 1).union(days(longest + 1));
            LifetimeStatistics statistics = at(longest + 1, active(activity));
            assertThat(statistics.badges().subList(13, 16).stream().map(BadgeProgress::progress))
                    .containsExactly(seven, thirty, ninety);
        }
    }

    @Nested
    class the_radar {

        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "8999, 0",
            "9000, 1",
            "26999, 1",
            "27000, 2",
            "1790999, 99",
            "1791000, 100",
            "1800000, 100",
            "9000000000, 100"
        })
        void shows_watch_time_half_up(long seconds, int side) {
            WatchTime watchTime = new WatchTime(1, 1, seconds, 0, null, null);
            assertThat(at(0, new ChannelStatistics(watchTime, InteractionCounts.NONE, days(0), List.of()))
                            .radar())
                    .isEqualTo(new Radar(side, 0, 0, 3, 0, 0));
        }

        @ParameterizedTest
        @CsvSource({
            "9, 0, 0, 0, 0",
            "10, 49, 1, 0, 0",
            "1989, 50, 99, 1, 0",
            "1990, 9949, 100, 99, 0",
            "2001, 9950, 100, 100, 0",
            "0, 10000, 0, 100, 0",
            "0, 20000, 0, 100, 0"
        })
        void shows_messages_and_bits(int chat, long bits, int interaction, int contribution, int community) {
            InteractionCounts messages = new InteractionCounts(chat, 0, 0, 0, 0, bits);
            assertThat(at(0, new ChannelStatistics(WatchTime.NONE, messages, days(0), List.of()))
                            .radar())
                    .isEqualTo(new Radar(0, interaction, 0, 3, contribution, community));
        }

        @ParameterizedTest
        @CsvSource({"1, 8", "6, 50", "11, 92", "12, 100", "13, 100"})
        void shows_own_subscriptions(int subscriptions, int community) {
            InteractionCounts messages = new InteractionCounts(0, subscriptions, 0, 40, 0, 0);
            assertThat(at(0, new ChannelStatistics(WatchTime.NONE, messages, days(0), List.of()))
                            .radar()
                            .community())
                    .isEqualTo(community);
        }

        @ParameterizedTest
        @CsvSource({"0, 0, 3", "1, 1, 7", "14, 4, 50", "28, 8, 97", "29, 8, 100", "363, 100, 100", "400, 100, 100"})
        void shows_tracking_days_and_the_last_thirty(int today, int loyalty, int activity) {
            assertThat(at(today, active(closed(0, today))).radar()).isEqualTo(new Radar(0, 0, loyalty, activity, 0, 0));
        }
    }
}
