package dev.streakline.domain.lifetime;

import static dev.streakline.domain.lifetime.DaysOf2024.VIEWER;
import static dev.streakline.domain.lifetime.DaysOf2024.active;
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
import dev.streakline.domain.streak.StreakHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which badges are unlocked after an instant. Day 0 is 2024-01-01. */
class ChannelStatisticsTest {

    private static final BadgeUnlock NEWCOMER = new BadgeUnlock(Badge.NEWCOMER, noon(0), Precision.INSTANT);
    private static final BadgeUnlock LOYAL_VIEWER = new BadgeUnlock(Badge.LOYAL_VIEWER, noon(40), Precision.INSTANT);
    private static final BadgeUnlock LONG_TERM = new BadgeUnlock(Badge.LONG_TERM, midnight(29), Precision.INSTANT);

    @Test
    void nothing_is_unlocked_where_nobody_was() {
        assertThat(ChannelStatistics.NONE.unlockedAfter(noon(-9_000), noon(9_000), VIEWER))
                .isEmpty();
    }

    @Test
    void facts_unlock_after_an_instant_but_not_at_it() {
        ChannelStatistics channel = active(days(0), NEWCOMER, LOYAL_VIEWER);
        assertThat(channel.unlockedAfter(noon(40).minusNanos(1_000), noon(40), VIEWER))
                .containsExactly(LOYAL_VIEWER);
        assertThat(channel.unlockedAfter(noon(40), noon(41), VIEWER)).isEmpty();
    }

    @Test
    void time_unlocks_after_an_instant_up_to_now() {
        ChannelStatistics channel = active(days(0), NEWCOMER);
        Instant before = midnight(29).minusNanos(1_000);
        assertThat(channel.unlockedAfter(noon(5), before, VIEWER)).isEmpty();
        assertThat(channel.unlockedAfter(before, midnight(29), VIEWER)).containsExactly(LONG_TERM);
        assertThat(channel.unlockedAfter(midnight(29), noon(29), VIEWER)).isEmpty();
    }

    @Test
    void they_are_in_the_order_of_badges() {
        ChannelStatistics channel = active(days(0), NEWCOMER, LOYAL_VIEWER);
        assertThat(channel.unlockedAfter(midnight(0), noon(50), VIEWER))
                .containsExactly(NEWCOMER, LOYAL_VIEWER, LONG_TERM);
    }

    /** On the far sides of the date line a local day begins up to 14 hours before, and 12 after, that of UTC. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void the_last_badge_of_time_is_found_in_the_furthest_zones(String zone) {
        StreakHistory viewer = in(zone);
        ActivityCalendar first = days(0);
        Instant unlocked = viewer.days().startOf(DaysOf2024.NEW_YEAR.plusDays(364));
        assertThat(active(first).unlockedAfter(unlocked.minusNanos(1_000), unlocked, viewer))
                .containsExactly(new BadgeUnlock(Badge.DIE_HARD, unlocked, Precision.INSTANT));
        assertThat(active(first).unlockedAfter(unlocked, unlocked.plusSeconds(1), viewer))
                .isEmpty();
    }

    private static StreakHistory in(String zone) {
        return viewer(LocalDayClock.of(ZoneTimeline.ofFixedZone(ZoneId.of(zone)), DayStart.MIDNIGHT));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** What is looked at first only spares a closer look. */
    @ParameterizedTest
    @MethodSource("seeds")
    void they_are_those_of_the_statistics_whose_instant_is_later(long seed) {
        Random random = new Random(seed);
        StreakHistory viewer = in(List.of("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "America/St_Johns")
                .get(random.nextInt(4)));
        int first = random.nextInt(400);
        ChannelStatistics channel = random.nextBoolean()
                ? active(days(first, first + random.nextInt(50)))
                : active(days(first), new BadgeUnlock(Badge.NEWCOMER, noon(first), Precision.DATE));
        int day = first + List.of(0, 29, 89, 364).get(random.nextInt(4)) + random.nextInt(7) - 3;
        Instant since = midnight(day).plusSeconds(random.nextInt(86_400));
        Instant now = since.plusSeconds(random.nextInt(4 * 86_400));
        List<BadgeUnlock> later = LifetimeStatistics.of(channel, viewer, now).badges().stream()
                .map(LifetimeStatistics.BadgeProgress::unlock)
                .filter(Objects::nonNull)
                .filter(unlock -> unlock.at().isAfter(since))
                .toList();
        assertThat(channel.unlockedAfter(since, now, viewer)).isEqualTo(later);
    }
}
