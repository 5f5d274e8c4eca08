package dev.streakline.persistence.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DenseKeysTest {

    private final DenseKeys keys = new DenseKeys();

    @Test
    void keys_are_numbered_in_the_order_of_first_sight() {
        assertThat(keys.of(70)).isZero();
        assertThat(keys.of(-5)).isEqualTo(1);
        assertThat(keys.of(70)).isZero();
        assertThat(keys.find(-5)).isEqualTo(1);
        assertThat(keys.find(6)).isEqualTo(DenseKeys.NONE);
        assertThat(keys.keys()).containsExactly(70L, -5L);
    }

    @Test
    void many_keys_are_as_a_list_would_number_them() {
        SplittableRandom random = new SplittableRandom(1);
        List<Long> naive = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long key = random.nextInt(4) == 0 ? random.nextLong() : 16L * random.nextInt(700);
            if (!naive.contains(key)) {
                naive.add(key);
            }
            assertThat(keys.of(key)).isEqualTo(naive.indexOf(key));
        }
        assertThat(keys.size()).isEqualTo(naive.size());
        assertThat(keys.keys()).containsExactlyElementsOf(naive);
    }
}
