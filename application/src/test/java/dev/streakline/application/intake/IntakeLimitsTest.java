package dev.streakline.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeLimitsTest {

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "1000000000, true", "1000000001, false"})
    void a_limit_is_from_one_to_a_billion(int value, boolean isTaken) {
        if (isTaken) {
            assertThat(new IntakeLimits(1, 1, 1, 1, value).zoneChangesPerDay()).isEqualTo(value);
        } else {
            assertThatThrownBy(() -> new IntakeLimits(1, 1, 1, 1, value))
                    .hasMessageContaining("zoneChangesPerDay must be from 1 to 1000000000, but is " + value);
        }
    }

    @Test
    void ingest_may_send_ten_times_as_much_of_each_viewer() {
        assertThat(IntakeLimits.DEFAULT.ofIngest()).isEqualTo(new IntakeLimits(200_000, 500_000, 50_000, 2_000, 500));
        assertThat(new IntakeLimits(500_000_000, 1, 1, 1, 1).ofIngest().eventsPerDay())
                .isEqualTo(1_000_000_000);
    }
}
