package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayStartTest {

    @ParameterizedTest
    @CsvSource({"00:00, 0", "00:00:01, 1000000", "04:00, 14400000000", "06:00, 21600000000"})
    void days_begin_from_midnight_to_six(LocalTime time, long micros) {
        assertThat(new DayStart(time).micros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"06:00:01", "23:59", "04:00:00.5"})
    void later_starts_and_fractions_of_a_second_are_refused(LocalTime time) {
        assertThatThrownBy(() -> new DayStart(time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but is " + time);
    }
}
