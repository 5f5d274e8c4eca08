package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobPaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BackOff BACK_OFF = new BackOff(SECOND, SECOND);

    @Test
    void a_job_pauses_when_it_is_idle_or_refused() {
        assertThatThrownBy(() -> new JobPace(Duration.ZERO, BACK_OFF, SECOND))
                .hasMessage("a job must pause, but idle is PT0S and refused is PT1S");
        assertThatThrownBy(() -> new JobPace(SECOND, BACK_OFF, Duration.ofNanos(-1)))
                .hasMessage("a job must pause, but idle is PT1S and refused is PT-0.000000001S");
    }

    @Test
    void a_lease_outlasts_the_time_between_two_heartbeats() {
        assertThatThrownBy(() -> new Lease(SECOND, SECOND))
                .hasMessage("a lease must be longer than the time between heartbeats, PT1S, but is PT1S");
        assertThatThrownBy(() -> new Lease(SECOND, Duration.ZERO))
                .hasMessage("the time between heartbeats must be positive, but is PT0S");
    }

    @Test
    void a_job_has_a_name_for_threads_and_notices() {
        assertThatThrownBy(() -> new Job("Folding", JobPace.DEFAULT, faults -> StepResult.IDLE))
                .hasMessage("a job's name must match [a-z][a-z0-9-]*, but is \"Folding\"");
        assertThatThrownBy(() -> new Job("", JobPace.DEFAULT, faults -> StepResult.IDLE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
