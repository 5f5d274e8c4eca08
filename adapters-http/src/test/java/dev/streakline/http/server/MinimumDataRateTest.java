package dev.streakline.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinimumDataRateTest {

    private static final long SECOND = 1_000_000_000L;

    private final MinimumDataRate rate = MinimumDataRate.ofBodies();

    private boolean isTooSlow(long seconds, int bytes) {
        rate.waited(seconds * SECOND);
        return rate.isTooSlowAfter(bytes);
    }

    @Test
    void a_byte_every_ten_seconds_ends_at_the_second() {
        assertThat(isTooSlow(10, 1)).isFalse();
        assertThat(isTooSlow(10, 1)).isTrue();
    }

    @Test
    void a_hundred_bytes_a_second_live_and_a_little_less_does_not() {
        for (int second = 0; second < 10_000; second++) {
            assertThat(isTooSlow(1, 100)).isFalse();
        }
        for (int second = 0; second < 1_500; second++) {
            assertThat(isTooSlow(1, 99)).isFalse();
        }
        assertThat(isTooSlow(1, 99)).isTrue();
    }

    @Test
    void two_kilobytes_a_second_live_for_ever_and_survive_a_stall() {
        for (int second = 0; second < 10_000; second++) {
            assertThat(isTooSlow(1, 2_000)).isFalse();
        }
        assertThat(isTooSlow(20, 2_000)).isFalse();
    }

    @Test
    void a_fast_beginning_buys_no_time() {
        assertThat(isTooSlow(1, 1_000_000)).isFalse();
        assertThat(isTooSlow(10, 1)).isFalse();
        assertThat(isTooSlow(10, 1)).isTrue();
    }

    @Test
    void only_waiting_counts() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(isTooSlow(0, 1)).isFalse();
        }
    }
}
