package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Viewers who move very often: their days equal those of a reckoning stretch by stretch, and cost no more than moves do. */
class ManyMovesLawTest {

    private static final List<String> ZONES = List.of(
            "Pacific/Kiritimati",
            "Pacific/Midway",
            "Pacific/Apia",
            "America/St_Johns",
            "Europe/Berlin",
            "Asia/Kathmandu",
            "UTC");
    private static final List<String> BEGINNINGS =
            List.of("2011-12-28T00:00:00Z", "2010-11-05T00:00:00Z", "2024-03-29T00:00:00Z", "2026-06-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Moves of one viewer, with what follows from them stretch by stretch. */
    private record Moves(List<ZoneChange> changes, LocalTime dayStart) {

        static Moves of(long seed) {
            Random random = new Random(seed);
            Instant at = Instant.parse(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            long longestStay = List.of(600L, 40_000L, 200_000L).get(random.nextInt(3));
            List<ZoneChange> changes = new ArrayList<>();
            for (int i = 2 + random.nextInt(60); i > 0; i--) {
                at = at.plusSeconds(1 + random.nextLong(longestStay));
                changes.add(new ZoneChange(at, ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))));
            }
            return new Moves(changes, LocalTime.of(random.nextInt(7), 0));
        }

        LocalDayClock days() {
            return LocalDayClock.of(ZoneTimeline.of(changes), new DayStart(dayStart));
        }

        int firstDay() {
            return dayNear(changes.get(0)) - 4;
        }

        int lastDay() {
            return dayNear(changes.get(changes.size() - 1)) + 4;
        }

        private static int dayNear(ZoneChange change) {
            return (int) Math.floorDiv(EpochMicros.of(change.from()), EpochMicros.PER_DAY);
        }

        List<Stretch> stretches() {
            List<Stretch> stretches = new ArrayList<>();
            Instant from = Instant.ofEpochSecond((firstDay() - 4L) * 86_400);
            for (int i = 0; i < changes.size(); i++) {
                Instant end = i + 1 < changes.size()
                        ? changes.get(i + 1).from()
                        : Instant.ofEpochSecond((lastDay() + 4L) * 86_400);
                ZoneId zone = changes.get(i).zone();
                while (from.isBefore(end)) {
                    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
                    Instant to = next != null && next.getInstant().isBefore(end) ? next.getInstant() : end;
                    long shift = (long) zone.getRules().getOffset(from).getTotalSeconds() - dayStart.toSecondOfDay();
                    stretches.add(new Stretch(from.getEpochSecond(), to.getEpochSecond(), shift));
                    from = to;
                }
            }
            return stretches;
        }
    }

    /** A time in which the clock runs evenly, in seconds; its end is not in it. */
    private record Stretch(long from, long to, long shift) {

        long secondsOf(int day) {
            return Math.max(0, Math.min(to + shift, (day + 1L) * 86_400) - Math.max(from + shift, day * 86_400L));
        }

        long firstIn(int day) {
            return Math.max(from, day * 86_400L - shift);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void days_lived_less_than_half_are_those_of_the_stretches(long seed) {
        Moves moves = Moves.of(seed);
        TreeSet<LocalDate> shortDays = new TreeSet<>();
        for (int day = moves.firstDay(); day <= moves.lastDay(); day++) {
            int currentDay = day;
            if (moves.stretches().stream()
                            .mapToLong(stretch -> stretch.secondsOf(currentDay))
                            .sum()
                    < 43_200) {
                shortDays.add(LocalDate.ofEpochDay(day));
            }
        }
        ActivityCalendar found = moves.days().skippedDays();
        TreeSet<LocalDate> near = new TreeSet<>();
        found.subsetClosed(moves.firstDay(), moves.lastDay()).forEach(day -> near.add(LocalDate.ofEpochDay(day)));
        assertThat(near).isEqualTo(shortDays);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_day_starts_where_the_first_stretch_reaches_it(long seed) {
        Moves moves = Moves.of(seed);
        LocalDayClock days = moves.days();
        List<Stretch> stretches = moves.stretches();
        for (int day = moves.firstDay(); day <= moves.lastDay(); day++) {
            int currentDay = day;
            long start = stretches.stream()
                    .filter(stretch -> stretch.firstIn(currentDay) < stretch.to())
                    .mapToLong(stretch -> stretch.firstIn(currentDay))
                    .findFirst()
                    .orElseThrow();
            assertThat(days.startOf(day)).as("day %s", day).isEqualTo(start * EpochMicros.PER_SECOND);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_instant_falls_on_the_day_of_its_stretch(long seed) {
        Moves moves = Moves.of(seed);
        LocalDayClock days = moves.days();
        for (Stretch stretch : moves.stretches()) {
            for (long at : new long[] {stretch.from(), stretch.to() - 1}) {
                assertThat(days.dayOf(at * EpochMicros.PER_SECOND))
                        .isEqualTo((int) Math.floorDiv(at + stretch.shift(), 86_400L));
            }
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void two_hundred_thousand_moves_within_a_day_are_no_work_to_speak_of() {
        Instant morning = Instant.parse("2026-06-01T00:00:00Z");
        List<ZoneChange> changes = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            changes.add(new ZoneChange(
                    morning.plusNanos(i * 400_000_000L),
                    ZoneId.of(i % 2 == 0 ? "Pacific/Kiritimati" : "Pacific/Midway")));
        }
        LocalDayClock days = LocalDayClock.of(ZoneTimeline.of(changes), DayStart.MIDNIGHT);
        int first = (int) LocalDate.of(2026, 6, 1).toEpochDay();
        assertThat(days.skippedDays().isEmpty()).isFalse();
        LocalDayClock.Cursor cursor = days.cursor();
        for (int i = 0; i < 200_000; i++) {
            Instant at = morning.plusNanos(i * 400_000_000L);
            assertThat(days.startOf(first + i % 3)).isLessThan(EpochMicros.of(morning.plusSeconds(3 * 86_400)));
            assertThat(cursor.dayOf(EpochMicros.of(at))).isBetween(first - 1, first + 1);
            assertThat(days.nextDayChange(at)).isAfter(at);
            assertThat(days.zoneAt(at)).isEqualTo(changes.get(i).zone());
        }
        assertThat(days.latestClock(EpochMicros.of(morning.plusSeconds(86_400))))
                .isGreaterThan(EpochMicros.of(morning));
    }
}
