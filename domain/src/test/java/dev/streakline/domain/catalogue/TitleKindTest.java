package dev.streakline.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleKindTest {

    @ParameterizedTest
    @CsvSource({"MOVIE, movie", "EPISODE, episode", "VIDEO, video", "STREAM, stream", "UNKNOWN, unknown"})
    void each_kind_is_found_by_its_code(TitleKind kind, String code) {
        assertThat(kind.code()).isEqualTo(code);
        assertThat(TitleKind.ofCode(code)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Movie", "MOVIE", " movie", "film"})
    void no_other_text_is_a_kind(String code) {
        assertThat(TitleKind.ofCode(code)).isEmpty();
    }

    @Test
    void the_table_above_knows_every_kind() {
        assertThat(TitleKind.values()).hasSize(5);
    }
}
