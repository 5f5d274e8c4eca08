package dev.streakline.domain.streak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreakPolicyTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "86400, 366, 366"})
    void both_ends_of_every_bound_are_allowed(int minimumSeconds, int freezeCap, int daysPerFreeze) {
        StreakPolicy policy = new StreakPolicy(minimumSeconds, freezeCap, daysPerFreeze);
        assertThat(policy.minimumSeconds()).isEqualTo(minimumSeconds);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 7, minimumSeconds",
        "86401, 0, 7, minimumSeconds",
        "0, -1, 7, freezeCap",
        "0, 367, 7, freezeCap",
        "0, 0, 0, daysPerFreeze",
        "0, 0, 367, daysPerFreeze"
    })
    void a_policy_out_of_bounds_is_refused_by_name(int minimumSeconds, int freezeCap, int daysPerFreeze, String name) {
        assertThatThrownBy(() -> new StreakPolicy(minimumSeconds, freezeCap, daysPerFreeze))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }
}
