package dev.streakline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerPaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void back_offs_double_up_to_the_longest() {
        assertThat(WorkerPace.DEFAULT.backOffAfter(SECOND)).hasSeconds(2);
        assertThat(WorkerPace.DEFAULT.backOffAfter(Duration.ofSeconds(2))).hasSeconds(4);
        assertThat(WorkerPace.DEFAULT.backOffAfter(Duration.ofSeconds(3))).hasSeconds(4);
        assertThat(WorkerPace.DEFAULT.backOffAfter(Duration.ofSeconds(4))).hasSeconds(4);
    }

    @Test
    void a_worker_rests_and_lives_as_long_as_its_lease() {
        assertThatThrownBy(() -> new WorkerPace(Duration.ZERO, SECOND, SECOND, SECOND, SECOND, SECOND.plusNanos(1)))
                .hasMessageStartingWith("a worker must rest, but idle is PT0S");
        assertThatThrownBy(
                        () -> new WorkerPace(SECOND, SECOND, SECOND.minusNanos(1), SECOND, SECOND, SECOND.plusNanos(1)))
                .hasMessageStartingWith("longestBackOff must be at least backOff PT1S");
        assertThatThrownBy(() -> new WorkerPace(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND))
                .hasMessage("lease must be longer than beat PT1S, but is PT1S");
        assertThat(new WorkerPace(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND.plusNanos(1)).backOffAfter(SECOND))
                .isEqualTo(SECOND);
    }
}
