package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.calendar.EpochMicros;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK,  2024-02-29, 2024-02-26, 2024-03-04",
        "WEEK,  2024-03-03, 2024-02-26, 2024-03-04",
        "WEEK,  2024-03-04, 2024-03-04, 2024-03-11",
        "WEEK,  2021-01-01, 2020-12-28, 2021-01-04",
        "MONTH, 2024-02-29, 2024-02-01, 2024-03-01",
        "MONTH, 2023-12-31, 2023-12-01, 2024-01-01",
        "YEAR,  2024-12-31, 2024-01-01, 2025-01-01"
    })
    void holds_whole_days(WindowKind kind, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(Window.of(kind, day)).isEqualTo(new Window(kind, start, end));
        assertThat(Window.of(kind, day).contains((int) start.toEpochDay() - 1)).isFalse();
        assertThat(Window.of(kind, day).contains((int) start.toEpochDay())).isTrue();
        assertThat(Window.of(kind, day).contains((int) end.toEpochDay() - 1)).isTrue();
        assertThat(Window.of(kind, day).contains((int) end.toEpochDay())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK,  2024-03-06, 2024-02-28T12:00:00",
        "MONTH, 2024-03-28, 2024-02-28T12:00:00",
        "MONTH, 2024-03-29, 2024-02-29T12:00:00",
        "MONTH, 2023-03-28, 2023-02-28T12:00:00",
        "MONTH, 2023-03-29, 2023-02-28T23:59:59.999999",
        "MONTH, 2024-03-31, 2024-02-29T23:59:59.999999",
        "MONTH, 2024-05-31, 2024-04-30T23:59:59.999999",
        "YEAR,  2024-02-29, 2023-02-28T23:59:59.999999",
        "YEAR,  2023-02-28, 2022-02-28T12:00:00"
    })
    void is_compared_with_the_same_elapsed_part_of_the_one_before(
            WindowKind kind, LocalDate today, LocalDateTime until) {
        long noon = clock(today.atTime(LocalTime.NOON));
        assertThat(Window.of(kind, today).previousUntil(noon)).isEqualTo(clock(until));
    }

    @Test
    void is_compared_whole_when_it_is_over_and_with_nothing_when_it_is_ahead() {
        Window march = Window.of(WindowKind.MONTH, LocalDate.of(2024, 3, 5));
        assertThat(march.previousUntil(clock(LocalDateTime.of(2024, 4, 1, 0, 0))))
                .isEqualTo(clock(LocalDateTime.of(2024, 3, 1, 0, 0)) - 1);
        assertThat(march.previousUntil(clock(LocalDateTime.of(2024, 2, 29, 23, 0))))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(march.previousUntil(clock(LocalDateTime.of(2024, 3, 1, 0, 0))))
                .isEqualTo(clock(LocalDateTime.of(2024, 2, 1, 0, 0)));
    }

    @Test
    void of_all_history_has_nothing_before_it() {
        assertThat(Window.of(WindowKind.ALL, LocalDate.of(2024, 1, 1))).isEqualTo(Window.ALL);
        assertThat(Window.ALL.contains(Integer.MIN_VALUE)).isTrue();
        assertThatThrownBy(Window.ALL::previous).hasMessageContaining("no window before");
        assertThatThrownBy(() -> Window.ALL.previousUntil(0)).hasMessageContaining("no window before");
    }

    private static long clock(LocalDateTime local) {
        return EpochMicros.of(local.toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"WEEK, week", "MONTH, month", "YEAR, year", "ALL, all"})
    void is_asked_for_by_the_code_of_its_kind(WindowKind kind, String code) {
        assertThat(kind.code()).isEqualTo(code);
    }
}
