package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctTallyTest {

    private final DistinctTally slots = new DistinctTally();

    @Test
    void each_new_key_gets_the_next_slot_and_keeps_it() {
        assertThat(slots.indexOf(500)).isZero();
        assertThat(slots.indexOf(-3)).isEqualTo(1);
        assertThat(slots.indexOf(500)).isZero();
        assertThat(slots.indexOf(0)).isEqualTo(2);
        assertThat(slots.size()).isEqualTo(3);
    }

    @Test
    void only_a_new_key_is_added() {
        assertThat(slots.add(7)).isTrue();
        assertThat(slots.add(7)).isFalse();
        assertThat(slots.add(8)).isTrue();
        assertThat(slots.size()).isEqualTo(2);
    }

    @Test
    void thousands_of_keys_keep_their_slots() {
        Random random = new Random(1);
        Map<Integer, Integer> expected = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            int key = random.nextInt();
            expected.putIfAbsent(key, expected.size());
            assertThat(slots.indexOf(key)).isEqualTo(expected.get(key));
        }
        expected.forEach((key, slot) -> assertThat(slots.indexOf(key)).isEqualTo(slot));
        assertThat(slots.size()).isEqualTo(expected.size());
    }

    @Test
    void cleared_they_know_no_key_also_after_growing() {
        for (int key = 0; key < 30; key++) {
            slots.indexOf(key);
        }
        slots.clear();
        assertThat(slots.size()).isZero();
        for (int key = 100; key < 200; key++) {
            assertThat(slots.indexOf(key)).isEqualTo(key - 100);
        }
        for (int key = 0; key < 30; key++) {
            assertThat(slots.indexOf(key)).isEqualTo(key + 100);
        }
    }
}
