package dev.streakline.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\u00e9", "\u9019", "\uD83D\uDE00", "\uD83D\uDC76\uD83C\uDFFB"})
    void characters_are_written_as_themselves(String text) {
        assertThat(Json.text(Map.of(text, text))).isEqualTo("{\"" + text + "\":\"" + text + "\"}");
        assertThat(Json.bytes(Map.of(text, text)))
                .isEqualTo(Json.text(Map.of(text, text)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void half_a_character_is_escaped() {
        assertThat(Json.text("a\uD83D")).isEqualTo("\"a\\uD83D\"");
        assertThat(Json.text("\uDE00b")).isEqualTo("\"\\uDE00b\"");
        assertThat(Json.text("\uD83D\uD83D\uDE00")).isEqualTo("\"\\uD83D\uD83D\uDE00\"");
    }

    @Test
    void instants_dates_and_decimals_are_plain() {
        assertThat(Json.text(Instant.parse("2024-05-01T20:15:00Z"))).isEqualTo("\"2024-05-01T20:15:00Z\"");
        assertThat(Json.text(LocalDate.of(2024, 5, 1))).isEqualTo("\"2024-05-01\"");
        assertThat(Json.text(new BigDecimal("1E+3"))).isEqualTo("1000");
    }
}
