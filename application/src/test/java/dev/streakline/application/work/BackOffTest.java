package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "64, 30", "9223372036854775807, 30"})
    void waits_double_up_to_the_longest(long failures, long seconds) {
        assertThat(new BackOff(SECOND, Duration.ofSeconds(30)).after(failures)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "4, 8", "5, 8", "6, 8"})
    void the_longest_wait_may_be_one_of_the_doubled_ones(long failures, long seconds) {
        assertThat(new BackOff(SECOND, Duration.ofSeconds(8)).after(failures)).hasSeconds(seconds);
    }

    @Test
    void waits_do_not_grow_where_the_first_is_the_longest() {
        BackOff steady = new BackOff(SECOND, SECOND);
        assertThat(steady.after(1)).isEqualTo(SECOND);
        assertThat(steady.after(2)).isEqualTo(SECOND);
    }

    @Test
    void the_longest_duration_there_is_does_not_overflow() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        assertThat(new BackOff(Duration.ofNanos(1), longest).after(Long.MAX_VALUE))
                .isEqualTo(longest);
        assertThat(new BackOff(longest.minusNanos(1), longest).after(2)).isEqualTo(longest);
    }

    @Test
    void bounds_are_checked() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, SECOND))
                .hasMessage("the first wait must be positive, but is PT0S");
        assertThatThrownBy(() -> new BackOff(Duration.ofNanos(-1), SECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(SECOND, SECOND.minusNanos(1)))
                .hasMessage("the longest wait must be at least the first, PT1S, but is PT0.999999999S");
        assertThatThrownBy(() -> new BackOff(SECOND, SECOND).after(0))
                .hasMessage("failures must be at least 1, but is 0");
    }
}
