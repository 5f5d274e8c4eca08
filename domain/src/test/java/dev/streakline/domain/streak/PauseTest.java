package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 5, 1);

    @ParameterizedTest
    @CsvSource({"2024-05-01", "2024-07-30", "2024-07-31"})
    void a_pause_lasts_one_to_92_days(LocalDate to) {
        assertThat(new Pause(Instant.EPOCH, FIRST, to).to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-30, is 0", "2024-08-01, is 93"})
    void a_pause_that_ends_before_it_begins_or_lasts_longer_is_refused(LocalDate to, String days) {
        assertThatThrownBy(() -> new Pause(Instant.EPOCH, FIRST, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(days);
    }
}
