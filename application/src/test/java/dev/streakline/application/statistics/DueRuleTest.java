package dev.streakline.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.statistics.DueState.Currency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueRuleTest {

    /** The clock of the store differs from that of the selection. */
    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");

    private static final Instant STORE_TIME = Instant.parse("2024-06-15T13:00:00Z");
    private static final int FACT_BOUND = 1_000;
    private static final DueRule RULE = new DueRule(NOW, STORE_TIME, FACT_BOUND);

    private static DueState marked(Instant first, Instant last) {
        return new DueState(first, last, Currency.CURRENT, null, null, null);
    }

    private static DueState changing(Instant nextChangeAt) {
        return new DueState(null, null, Currency.CURRENT, nextChangeAt, null, null);
    }

    private static DueState failed(Instant retryAt, @Nullable Integer failedBound) {
        return new DueState(null, null, Currency.OUTDATED, null, retryAt, failedBound);
    }

    @Nested
    class Something_has_changed {

        @Test
        void unless_the_statistics_are_current() {
            assertThat(RULE.isDue(DueState.CURRENT)).isFalse();
            assertThat(RULE.isDueAndSettled(DueState.CURRENT)).isFalse();
        }

        @Test
        void by_facts_whenever_they_arrived() {
            assertThat(RULE.isDue(marked(Instant.EPOCH, Instant.EPOCH))).isTrue();
            assertThat(RULE.isDue(marked(STORE_TIME.plusSeconds(9), STORE_TIME.plusSeconds(9))))
                    .isTrue();
        }

        @Test
        void by_policies_titles_or_the_version_of_the_fold() {
            DueState outdated = new DueState(null, null, Currency.OUTDATED, null, null, null);
            assertThat(RULE.isDue(outdated)).isTrue();
            assertThat(RULE.isDueAndSettled(outdated)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"-1000, true", "0, true", "1000, false"})
        void by_time_from_the_instant_of_the_change_on(long nanos, boolean isDue) {
            assertThat(RULE.isDue(changing(NOW.plusNanos(nanos)))).isEqualTo(isDue);
            assertThat(RULE.isDueAndSettled(changing(NOW.plusNanos(nanos)))).isEqualTo(isDue);
        }
    }

    @Nested
    class Facts_have_arrived {

        @ParameterizedTest
        @CsvSource({"999999999, false", "1000000000, true", "1000000001, true", "-5, false"})
        void for_the_last_time_a_second_ago(long nanosAgo, boolean isSettled) {
            Instant last = STORE_TIME.minusNanos(nanosAgo);
            assertThat(RULE.isDueAndSettled(marked(last, last))).isEqualTo(isSettled);
        }

        @ParameterizedTest
        @CsvSource({"9999999999, false", "10000000000, true", "10000000001, true"})
        void all_the_time_for_ten_seconds(long nanosAgo, boolean isSettled) {
            DueState arriving = marked(STORE_TIME.minusNanos(nanosAgo), STORE_TIME);
            assertThat(RULE.isDueAndSettled(arriving)).isEqualTo(isSettled);
        }

        @Test
        void and_hold_up_a_change_by_time_until_they_are_settled() {
            DueState both = new DueState(STORE_TIME, STORE_TIME, Currency.OUTDATED, NOW, null, null);
            assertThat(RULE.isDue(both)).isTrue();
            assertThat(RULE.isDueAndSettled(both)).isFalse();
        }
    }

    @Nested
    class The_last_fold_has_failed {

        @ParameterizedTest
        @CsvSource({"1, false", "0, true", "-1, true"})
        void and_is_tried_again_when_the_back_off_ends(long nanosLeft, boolean isDue) {
            assertThat(RULE.isDue(failed(STORE_TIME.plusNanos(nanosLeft), null)))
                    .isEqualTo(isDue);
            assertThat(RULE.isDueAndSettled(failed(STORE_TIME.plusNanos(nanosLeft), null)))
                    .isEqualTo(isDue);
        }

        @ParameterizedTest
        @CsvSource({"999, true", "1000, false", "1001, false"})
        void because_of_too_many_facts_which_this_process_may_be_able_to_read(int failedBound, boolean isDue) {
            assertThat(RULE.isDue(failed(STORE_TIME.plusSeconds(60), failedBound)))
                    .isEqualTo(isDue);
        }

        @Test
        void but_that_alone_makes_nobody_due() {
            DueState unchanged = new DueState(null, null, Currency.CURRENT, null, Instant.EPOCH, null);
            assertThat(RULE.isDue(unchanged)).isFalse();
        }
    }

    @Test
    void a_state_has_both_marks_or_none_and_a_bound_only_after_a_failure() {
        assertThatThrownBy(() -> marked(NOW, NOW.minusNanos(1))).hasMessageStartingWith("the last mark must follow");
        assertThatThrownBy(() -> new DueState(NOW, null, Currency.CURRENT, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueState(null, null, Currency.CURRENT, null, null, 5))
                .hasMessage("failedBound is 5 without a failed fold");
    }
}
