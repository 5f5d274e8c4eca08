package dev.streakline.application.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorExcerptTest {

    @Test
    void a_text_of_more_than_40_characters_is_cut() {
        assertThat(ErrorExcerpt.of("x".repeat(40))).isEqualTo("\"" + "x".repeat(40) + "\"");
        assertThat(ErrorExcerpt.of("x".repeat(41))).isEqualTo("\"" + "x".repeat(40) + "…\"");
        assertThat(ErrorExcerpt.of("\uD83D\uDE80".repeat(41))).isEqualTo("\"" + "\uD83D\uDE80".repeat(40) + "…\"");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, a", "27, 1b", "133, 85", "8238, 202e", "8232, 2028", "55296, d800", "56320, dc00"})
    void what_would_disturb_a_log_is_escaped(int codeUnit, String hex) {
        assertThat(ErrorExcerpt.of("a" + (char) codeUnit + "b")).isEqualTo("\"a\\u{" + hex + "}b\"");
    }

    @Test
    void numbers_are_never_expanded() {
        assertThat(ErrorExcerpt.of(1.5)).isEqualTo("1.5");
        assertThat(ErrorExcerpt.of(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
        assertThat(ErrorExcerpt.of(new BigDecimal("-1e-999999999"))).isEqualTo("-1E-999999999");
        assertThat(ErrorExcerpt.of(BigInteger.TEN.pow(70))).isEqualTo("1" + "0".repeat(70));
        assertThat(ErrorExcerpt.of(BigInteger.TEN.pow(1000))).isEqualTo("a number of about 1001 digits");
        assertThat(ErrorExcerpt.of(new BigDecimal(BigInteger.TEN.pow(1000), 3)))
                .isEqualTo("a number of about 1001 digits");
    }

    @Test
    void structures_are_only_named() {
        assertThat(ErrorExcerpt.of(Map.of("a", 1))).isEqualTo("an object");
        assertThat(ErrorExcerpt.of(List.of(1))).isEqualTo("a list");
        assertThat(ErrorExcerpt.of(true)).isEqualTo("true");
        assertThat(ErrorExcerpt.of(null)).isEqualTo("null");
        assertThat(ErrorExcerpt.of(new Object[0])).isEqualTo("a value that JSON does not have");
        assertThat(ErrorExcerpt.of(new AtomicLong())).isEqualTo("a value that JSON does not have");
    }
}
