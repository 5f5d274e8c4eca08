package dev.streakline.domain.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionKindTest {

    @ParameterizedTest
    @CsvSource({"chat,CHAT", "subscription,SUBSCRIPTION", "cheer,CHEER", "gift,GIFT", "raid,RAID"})
    void is_found_by_its_code(String code, InteractionKind kind) {
        assertThat(InteractionKind.ofCode(code)).contains(kind);
        assertThat(kind.code()).isEqualTo(code);
    }

    @Test
    void is_not_found_by_another_text() {
        assertThat(InteractionKind.ofCode("CHAT")).isEmpty();
        assertThat(InteractionKind.ofCode("")).isEmpty();
    }

    @Test
    void has_no_other_value() {
        assertThat(InteractionKind.values()).hasSize(5);
    }
}
