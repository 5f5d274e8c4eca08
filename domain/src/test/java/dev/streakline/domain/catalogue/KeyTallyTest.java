package dev.streakline.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTallyTest {

    private final KeyTally tally = new KeyTally();

    @Test
    void each_new_key_gets_the_next_number_and_keeps_it() {
        assertThat(tally.indexOf(500)).isZero();
        assertThat(tally.indexOf(-3)).isEqualTo(1);
        assertThat(tally.indexOf(500)).isZero();
        assertThat(tally.indexOf(0)).isEqualTo(2);
        assertThat(tally.size()).isEqualTo(3);
        assertThat(tally.key(1)).isEqualTo(-3);
        assertThat(tally.keys()).containsExactly(500, -3, 0);
    }

    @Test
    void a_key_is_found_only_when_it_was_added() {
        assertThat(tally.find(0)).isEqualTo(KeyTally.NONE);
        tally.indexOf(0);
        tally.indexOf(Long.MIN_VALUE);
        assertThat(tally.find(0)).isZero();
        assertThat(tally.find(Long.MIN_VALUE)).isEqualTo(1);
        assertThat(tally.find(1)).isEqualTo(KeyTally.NONE);
        assertThat(tally.size()).isEqualTo(2);
    }

    @Test
    void thousands_of_keys_keep_their_numbers() {
        Random random = new Random(1);
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            long key = i % 3 == 0 ? 16L * random.nextInt(900) : random.nextLong();
            expected.putIfAbsent(key, expected.size());
            assertThat(tally.indexOf(key)).isEqualTo(expected.get(key));
        }
        expected.forEach((key, number) -> assertThat(tally.find(key)).isEqualTo(number));
        assertThat(tally.size()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1_000, 1_024})
    void an_expected_size_is_no_bound(int expected) {
        KeyTally sized = new KeyTally(expected);
        for (int key = 0; key <= expected; key++) {
            assertThat(sized.indexOf(key)).isEqualTo(key);
        }
        assertThat(sized.find(expected)).isEqualTo(expected);
        assertThat(sized.find(expected + 1)).isEqualTo(KeyTally.NONE);
    }
}
