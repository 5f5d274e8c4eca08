package dev.streakline.cli.format.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void counts_each_text_by_itself_beyond_the_first_size() {
        Tally tally = new Tally();
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(tally.add("text " + i)).isEqualTo(round);
            }
        }
    }
}
