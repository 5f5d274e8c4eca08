package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.LocalDays;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Days since 2024-01-01, which is day 0, of a viewer in UTC unless his days are given. */
final class DaysOf2024 {

    static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    static final Streaks VIEWER = viewer(ActivityCalendar.EMPTY, LatestDay.NONE);

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
        return ActivityCalendar.closed(newYear + first, newYear + last);
    }

    static Streaks viewer(ActivityCalendar paused, LatestDay latest) {
        // The viewer's own days, freezes and minimum do not matter on a channel.
        return new Streaks(
                new StreakPolicy(600, 3, 1),
                LocalDays.of(ZoneTimeline.UTC, DayStart.MIDNIGHT),
                days(500),
                null,
                paused,
                latest);
    }

    /** A viewer of these days, without pauses. */
    static Streaks viewer(LocalDays days) {
        return new Streaks(
                StreakPolicy.DEFAULT, days, ActivityCalendar.EMPTY, null, ActivityCalendar.EMPTY, LatestDay.NONE);
    }

    static ChannelStatistics active(ActivityCalendar activity, Unlock... unlocked) {
        return new ChannelStatistics(WatchTime.NONE, Messages.NONE, activity, List.of(unlocked));
    }
}
