package dev.streakline.domain.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00",
        "59, 0, 0.02",
        "60, 1, 0.02",
        "119, 1, 0.03",
        "18, 0, 0.01",
        "17, 0, 0.00",
        "3600, 60, 1.00"
    })
    void minutes_are_whole_and_hours_have_two_decimals(long seconds, long minutes, BigDecimal hours) {
        WatchTime watchTime = new WatchTime(1, 1, seconds, 0, null, null);
        assertThat(watchTime.minutes()).isEqualTo(minutes);
        assertThat(watchTime.hours()).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 9, 5", "3, 2, 8, 4", "3, 3, 10, 3", "3, 3, 11, 4", "1, 1, 0, 0", "9, 4, 2, 1", "9, 5, 2, 0"})
    void an_average_session_is_one_of_those_that_have_a_length_half_up(
            int sessions, int measured, long seconds, long average) {
        assertThat(new WatchTime(sessions, measured, seconds, 0, null, null).averageSeconds())
                .isEqualTo(OptionalLong.of(average));
    }

    @Test
    void sessions_of_unknown_length_have_no_average() {
        assertThat(new WatchTime(3, 0, 0, 0, null, null).averageSeconds()).isEmpty();
        assertThat(WatchTime.NONE.averageSeconds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 0, 0, measuredSessions",
        "1, -1, 0, 0, measuredSessions",
        "-1, -1, 0, 0, measuredSessions",
        "1, 1, 5, 6, estimatedSeconds",
        "1, 1, 5, -1, estimatedSeconds",
        "1, 1, -2, -1, estimatedSeconds"
    })
    void a_part_more_than_its_whole_is_refused(int sessions, int measured, long seconds, long estimated, String part) {
        assertThatThrownBy(() -> new WatchTime(sessions, measured, seconds, estimated, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(part + " must be from 0 to ");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, 0, 0",
        "0, -1, 0, 0, 0, 0",
        "0, 0, -1, 0, 0, 0",
        "0, 0, 0, -1, 0, 0",
        "0, 0, 0, 0, -1, 0",
        "0, 0, 0, 0, 0, -1"
    })
    void fewer_messages_than_none_are_refused(
            int chat, int subscriptions, int cheers, int gifts, int raids, long bits) {
        assertThatThrownBy(() -> new InteractionCounts(chat, subscriptions, cheers, gifts, raids, bits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void messages_are_all_kinds_together_and_bits_are_none() {
        assertThat(new InteractionCounts(1, 20, 300, 4_000, 50_000, 600_000).total())
                .isEqualTo(54_321);
    }
}
