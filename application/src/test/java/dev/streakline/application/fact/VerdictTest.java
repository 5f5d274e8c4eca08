package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Rejection REJECTION = new Rejection(RejectionCode.FIELD_MISSING, "/id", "id is missing.");

    @Test
    void each_outcome_has_its_word() {
        assertThat(Verdict.accepted().outcome().code()).isEqualTo("accepted");
        assertThat(Verdict.duplicate().outcome().code()).isEqualTo("duplicate");
        assertThat(Verdict.conflict().outcome().code()).isEqualTo("conflict");
        assertThat(Verdict.withdrawn().outcome().code()).isEqualTo("withdrawn");
        assertThat(Verdict.rejected(REJECTION).outcome().code()).isEqualTo("rejected");
    }

    @Test
    void a_rejected_item_says_why() {
        assertThat(Verdict.rejected(REJECTION).rejection()).isEqualTo(REJECTION);
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(Outcome.REJECTED, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REJECTED")
    void no_other_item_has_a_rejection(Outcome outcome) {
        assertThat(new Verdict(outcome, null).rejection()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(outcome, REJECTION));
    }

    @Test
    void a_pointer_is_empty_or_begins_with_a_slash() {
        assertThat(new Rejection(RejectionCode.WRONG_TYPE, "", "is a list").pointer())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rejection(RejectionCode.WRONG_TYPE, "data", "is a list"));
    }

    @Test
    void a_rejection_has_a_reason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rejection(RejectionCode.WRONG_TYPE, "/data", " "));
    }

    @Test
    void codes_of_rejections_are_dotted_words_and_differ() {
        Set<String> codes = new HashSet<>();
        for (RejectionCode code : RejectionCode.values()) {
            assertThat(code.code()).matches("(event|limit)\\.[a-z_]+");
            assertThat(codes.add(code.code())).as(code.code()).isTrue();
        }
    }
}
