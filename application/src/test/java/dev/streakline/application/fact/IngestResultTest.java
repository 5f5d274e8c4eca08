package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngestResultTest {

    private static final Rejection REJECTION = new Rejection(RejectionCode.FIELD_MISSING, "/id", "id is missing.");

    @Test
    void each_outcome_has_its_word() {
        assertThat(IngestResult.accepted().outcome().code()).isEqualTo("accepted");
        assertThat(IngestResult.duplicate().outcome().code()).isEqualTo("duplicate");
        assertThat(IngestResult.conflict().outcome().code()).isEqualTo("conflict");
        assertThat(IngestResult.withdrawn().outcome().code()).isEqualTo("withdrawn");
        assertThat(IngestResult.rejected(REJECTION).outcome().code()).isEqualTo("rejected");
    }

    @Test
    void a_rejected_item_has_a_reason() {
        assertThat(IngestResult.rejected(REJECTION).rejection()).isEqualTo(REJECTION);
        assertThatIllegalArgumentException().isThrownBy(() -> new IngestResult(IngestOutcome.REJECTED, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REJECTED")
    void no_other_item_has_a_rejection(IngestOutcome outcome) {
        assertThat(new IngestResult(outcome, null).rejection()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new IngestResult(outcome, REJECTION));
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
