package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.LocalDays;
import dev.streakline.domain.calendar.ZoneTimeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final LocalDays UTC = LocalDays.of(ZoneTimeline.UTC, DayStart.MIDNIGHT);

    private static LocalDate may(int day) {
        return LocalDate.of(2024, 5, day);
    }

    private static Pause pause(int declared, int from, int to) {
        return new Pause(
                Instant.parse("2024-05-01T12:00:00Z").plusSeconds((declared - 1) * 86_400L), may(from), may(to));
    }

    private static ActivityCalendar paused(int from, int to) {
        return ActivityCalendar.closed((int) may(from).toEpochDay(), (int) may(to).toEpochDay());
    }

    @Test
    void nothing_declared_pauses_nothing() {
        assertThat(Pauses.of(List.of(), UTC)).isEqualTo(ActivityCalendar.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "8, 10", "9, 10", "10, 11", "11, 12", "15, 16", "19, 20"})
    void a_declaration_protects_the_days_after_the_one_on_which_it_was_made(int declared, int from) {
        assertThat(Pauses.of(List.of(pause(declared, 10, 20)), UTC)).isEqualTo(paused(from, 20));
    }

    @Test
    void a_declaration_on_the_last_day_or_later_forgives_nothing() {
        assertThat(Pauses.of(List.of(pause(20, 10, 20)), UTC)).isEqualTo(ActivityCalendar.EMPTY);
        assertThat(Pauses.of(List.of(pause(25, 10, 20)), UTC)).isEqualTo(ActivityCalendar.EMPTY);
    }

    @Test
    void declared_again_it_ends_early_and_keeps_what_was_protected() {
        assertThat(Pauses.of(List.of(pause(1, 10, 20), pause(15, 10, 14)), UTC)).isEqualTo(paused(10, 14));
        assertThat(Pauses.of(List.of(pause(1, 10, 20), pause(15, 10, 25)), UTC)).isEqualTo(paused(10, 25));
    }

    @Test
    void pauses_are_united_where_they_overlap() {
        assertThat(Pauses.of(List.of(pause(1, 10, 15), pause(2, 14, 20)), UTC)).isEqualTo(paused(10, 20));
        assertThat(Pauses.of(List.of(pause(1, 10, 11), pause(2, 13, 14)), UTC))
                .isEqualTo(paused(10, 11).or(paused(13, 14)));
    }

    @Test
    void the_day_of_the_declaration_is_the_viewers_own() {
        LocalDays tokyo = LocalDays.of(ZoneTimeline.always(ZoneId.of("Asia/Tokyo")), DayStart.MIDNIGHT);
        Pause lateAtNight = new Pause(Instant.parse("2024-05-09T15:00:00Z"), may(10), may(12));
        assertThat(Pauses.of(List.of(lateAtNight), tokyo)).isEqualTo(paused(11, 12));
        assertThat(Pauses.of(List.of(lateAtNight), UTC)).isEqualTo(paused(10, 12));
    }
}
