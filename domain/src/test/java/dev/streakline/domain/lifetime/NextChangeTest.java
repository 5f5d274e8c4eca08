package dev.streakline.domain.lifetime;

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
import dev.streakline.domain.calendar.LocalDayClock;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.streak.LatestDay;
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days are days since 2024-01-01, which is day 0, at noon in UTC unless stated otherwise. */
class NextChangeTest {

    private static @Nullable BadgeUnlock longTerm(LifetimeStatistics statistics) {
        return statistics.badges().get(Badge.LONG_TERM.ordinal()).unlock();
    }

    private static Optional<Instant> next(Instant now, int... days) {
        return active(days(days)).nextChangeAt(now, VIEWER);
    }

    @Test
    void the_next_change_is_that_of_the_streak_the_windows_and_the_badges_in_turn() {
        assertThat(next(noon(0), 0)).contains(midnight(2));
        assertThat(next(midnight(2), 0)).contains(midnight(29));
        assertThat(next(midnight(29), 0)).contains(midnight(30));
        assertThat(next(midnight(30), 0)).contains(midnight(89));
        assertThat(next(noon(89), 0)).contains(midnight(90));
        assertThat(next(noon(90), 0)).contains(midnight(364));
        assertThat(next(midnight(364).minusNanos(1_000), 0)).contains(midnight(364));
        assertThat(next(midnight(364), 0)).isEmpty();
    }

    @Test
    void the_next_change_is_that_of_the_first_of_several_days() {
        assertThat(next(noon(40), 0, 12, 20)).contains(midnight(42));
        assertThat(next(noon(42), 0, 12, 20)).contains(midnight(50));
        assertThat(next(noon(50), 0, 12, 20)).contains(midnight(89));
    }

    @Test
    void a_day_ahead_begins_something() {
        assertThat(next(noon(500), 0, 502)).contains(midnight(502));
    }

    @Test
    void a_pause_keeps_the_streak() {
        StreakHistory paused = viewer(closed(1, 7), LatestDay.NONE);
        assertThat(active(days(0)).nextChangeAt(noon(0), paused)).contains(midnight(9));
    }

    @Test
    void the_first_of_all_channels_is_the_next() {
        List<ChannelStatistics> channels = List.of(active(days(0)), active(days(3)), ChannelStatistics.NONE);
        assertThat(ChannelStatistics.nextChangeAt(noon(10), VIEWER, channels)).contains(midnight(29));
        assertThat(ChannelStatistics.nextChangeAt(noon(29), VIEWER, channels)).contains(midnight(30));
        assertThat(ChannelStatistics.nextChangeAt(noon(30), VIEWER, channels)).contains(midnight(32));
        assertThat(ChannelStatistics.nextChangeAt(noon(30), VIEWER, List.of())).isEmpty();
    }

    @Test
    void a_move_to_the_west_brings_back_a_day_and_with_it_the_badge_that_it_unlocked() {
        Instant move = midnight(29).plusSeconds(3_600);
        ZoneTimeline zones = ZoneTimeline.of(List.of(
                new ZoneTimeline.ZoneChange(noon(-9), ZoneId.of("Etc/UTC")),
                new ZoneTimeline.ZoneChange(move, ZoneId.of("America/Los_Angeles"))));
        StreakHistory traveller = viewer(LocalDayClock.of(zones, DayStart.MIDNIGHT));
        ChannelStatistics channel = active(days(0));
        BadgeUnlock unlock = new BadgeUnlock(Badge.LONG_TERM, midnight(29), Precision.INSTANT);
        assertThat(channel.nextChangeAt(noon(27), traveller)).contains(midnight(29));
        assertThat(longTerm(LifetimeStatistics.of(channel, traveller, midnight(29))))
                .isEqualTo(unlock);
        assertThat(channel.nextChangeAt(midnight(29), traveller)).contains(move);
        assertThat(longTerm(LifetimeStatistics.of(channel, traveller, move))).isNull();
        assertThat(LifetimeStatistics.of(channel, traveller, move).loyalty().trackingDays())
                .isEqualTo(29);
        Instant again = midnight(29).plusSeconds(8 * 3_600);
        assertThat(channel.nextChangeAt(move, traveller)).contains(again);
        assertThat(longTerm(LifetimeStatistics.of(channel, traveller, again))).isEqualTo(unlock);
        assertThat(channel.nextChangeAt(again, traveller)).contains(midnight(30).plusSeconds(8 * 3_600));
    }

    @Test
    void clocks_that_fall_back_over_midnight_bring_back_the_day_before() {
        // At 00:01 on 7 November 2010 it was 23:01 on the 6th again in St John's.
        LocalDayClock stJohns =
                LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of("America/St_Johns")), DayStart.MIDNIGHT);
        StreakHistory viewer = viewer(stJohns);
        ChannelStatistics channel = active(ActivityCalendar.of(List.of(LocalDate.of(2010, 11, 5))));
        Instant midnight = Instant.parse("2010-11-07T02:30:00Z");
        Instant back = midnight.plusSeconds(60);
        Instant again = back.plusSeconds(59 * 60);
        assertThat(stJohns.dayOf(midnight)).isEqualTo("2010-11-07");
        assertThat(stJohns.dayOf(back)).isEqualTo("2010-11-06");
        assertThat(stJohns.dayOf(again)).isEqualTo("2010-11-07");
        assertThat(channel.nextChangeAt(midnight.minusSeconds(5), viewer)).contains(midnight);
        assertThat(channel.nextChangeAt(midnight, viewer)).contains(back);
        assertThat(channel.nextChangeAt(back, viewer)).contains(again);
    }
}
