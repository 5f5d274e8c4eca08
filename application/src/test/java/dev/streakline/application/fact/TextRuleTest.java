package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    private static final String ASTRAL = "\uD83D\uDE80";

    @ParameterizedTest
    @CsvSource({"IDENTIFIER, 128", "NAME, 1000", "PLATFORM, 128", "GENRE, 128", "EMAIL, 320"})
    void lengths_are_code_points_and_not_utf_16_units(TextRule rule, int longest) {
        String most = ASTRAL.repeat(longest);

        assertThat(rule.check(Member.NAME, most)).isEqualTo(most);
        assertRefused(rule, most + "a");
        assertRefused(rule, ASTRAL.repeat(longest - 1) + "ab");
    }

    @ParameterizedTest
    @EnumSource
    void no_text_holds_lone_surrogates_or_nul(TextRule rule) {
        assertRefused(rule, "a\uD83D");
        assertRefused(rule, "\uD83Da");
        assertRefused(rule, "\uDE80\uD83D");
        assertRefused(rule, ASTRAL + "\uDE80");
        assertRefused(rule, "a\0b");
        assertThat(rule.check(Member.NAME, "a" + ASTRAL + "b")).isEqualTo("a" + ASTRAL + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\n", "\u001F", "\u007F", "\u0080", "\u009F"})
    void only_identifiers_have_no_control_characters(String control) {
        assertRefused(TextRule.IDENTIFIER, "a" + control);
        assertThat(TextRule.NAME.check(Member.NAME, "a" + control)).isEqualTo("a" + control);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "\u00A0", "\u200B", "\u202E", "\uFEFF", "\uFFFF", "\uE000"})
    void what_is_no_control_character_may_identify(String odd) {
        assertThat(TextRule.IDENTIFIER.check(Member.ID, odd)).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource({"IDENTIFIER, false", "NAME, true", "PLATFORM, true", "GENRE, false", "EMAIL, true"})
    void what_only_people_read_may_be_empty(TextRule rule, boolean mayBeEmpty) {
        if (mayBeEmpty) {
            assertThat(rule.check(Member.NAME, "")).isEmpty();
        } else {
            assertRefused(rule, "");
        }
    }

    @ParameterizedTest
    @CsvSource({"129, has 129 characters", "256, has 256 characters", "257, has more than 128 characters"})
    void a_text_that_is_too_long_is_reported_with_its_length_unless_it_is_huge(int length, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextRule.PLATFORM.check(Member.PLATFORM, "x".repeat(length)))
                .withMessageStartingWith("platform " + told)
                .withMessageContaining("it must have 0 to 128.");
    }

    private static void assertRefused(TextRule rule, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.check(Member.NAME, text))
                .withMessageStartingWith("name ");
    }
}
