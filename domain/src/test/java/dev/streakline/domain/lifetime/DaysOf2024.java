package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.domain.streak.StreakPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Days since 2024-01-01, which is day 0, of a viewer in UTC unless their days are given. */
final class DaysOf2024 {

    static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    static final StreakHistory VIEWER = viewer(ActivityCalendar.EMPTY, LatestDay.NONE);

    private DaysOf2024() {}

    static Instant noon(int day) {
        return Instant.parse("2024-01-01T12:00:00Z").plusSeconds(day * 86_400L);
    }

    static Instant midnight(int day) {
        return noon(day).minusSeconds(43_200);
    }

    static ActivityCalendar days(int... days) {
        return ActivityCalendar.of(
                Arrays.stream(days).mapToObj(NEW_YEAR::plusDays).toList());
    }

    static ActivityCalendar closed(int first, int last) {
        int newYear = (int) NEW_YEAR.toEpochDay();
        return ActivityCalendar.rangeClosed(newYear + first, newYear + last);
    }

    static StreakHistory viewer(ActivityCalendar paused, LatestDay latest) {
        // The viewer's own days, freezes and minimum do not matter on a channel.
        return new StreakHistory(
                new StreakPolicy(600, 3, 1),
                LocalDayClock.of(ZoneTimeline.UTC, DayStart.MIDNIGHT),
                days(500),
                null,
                paused,
                latest);
    }

    /** A viewer of these days, without pauses. */
    static StreakHistory viewer(LocalDayClock days) {
        return new StreakHistory(
                StreakPolicy.DEFAULT, days, ActivityCalendar.EMPTY, null, ActivityCalendar.EMPTY, LatestDay.NONE);
    }

    static ChannelStatistics active(ActivityCalendar activity, BadgeUnlock... unlocked) {
        return new ChannelStatistics(WatchTime.NONE, InteractionCounts.NONE, activity, List.of(unlocked));
    }
}
