package dev.streakline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochMicrosTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00.000001Z, 1",
        "1970-01-01T00:00:01.000002Z, 1000002",
        "1970-01-02T00:00:00Z, 86400000000",
        "1969-12-31T23:59:59.999999Z, -1",
        "1969-12-31T23:59:58.500000Z, -1500000"
    })
    void an_instant_is_its_microseconds_since_1970_and_back(Instant instant, long micros) {
        assertThat(EpochMicros.of(instant)).isEqualTo(micros);
        assertThat(EpochMicros.toInstant(micros)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00.000000999Z, 0",
        "1970-01-01T00:00:00.000001001Z, 1",
        "1969-12-31T23:59:59.999999999Z, -1"
    })
    void further_digits_are_cut(Instant instant, long micros) {
        assertThat(EpochMicros.of(instant)).isEqualTo(micros);
    }

    @Test
    void an_instant_too_far_away_is_refused() {
        assertThatThrownBy(() -> EpochMicros.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }
}
