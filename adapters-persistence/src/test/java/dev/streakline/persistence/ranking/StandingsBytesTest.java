package dev.streakline.persistence.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.domain.ranking.Standings;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsBytesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 5_000})
    void standings_read_as_they_were_written(int size) {
        Random random = new Random(size);
        long[] viewers = LongStream.rangeClosed(1, size).map(n -> 3 * n).toArray();
        Standings standings = Standings.of(
                viewers,
                random.longs(size, 0, size < 100 ? Long.MAX_VALUE : 1_000_000).toArray());
        byte[] bytes = StandingsBytes.of(standings);
        assertThat(StandingsBytes.standings(bytes)).isEqualTo(standings);
    }

    @Test
    void a_viewer_takes_some_five_bytes() {
        long[] viewers = LongStream.rangeClosed(1, 10_000).toArray();
        Standings standings =
                Standings.of(viewers, new Random(1).longs(10_000, 1, 3_600_000).toArray());
        assertThat(StandingsBytes.of(standings)).hasSizeLessThan(50_000);
    }

    @Test
    void bytes_of_another_form_are_refused() {
        assertThatThrownBy(() -> StandingsBytes.standings(new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form 9");
    }
}
