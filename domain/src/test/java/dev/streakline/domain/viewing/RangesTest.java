package dev.streakline.domain.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {

    private final Ranges ranges = new Ranges();

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void nothing_is_covered_at_first() {
        assertThat(ranges.covered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10-20, 10",
        "10-20 10-20, 10",
        "10-20 20-30, 20",
        "20-30 10-20, 20",
        "10-20 15-25, 15",
        "10-20 30-40, 20",
        "30-40 10-20 50-60, 30",
        "10-20 30-40 15-35, 30",
        "10-20 30-40 50-60 20-50, 50",
        "10-20 30-40 50-60 0-100, 100",
        "10-20 30-40 50-60 31-32, 30",
        "50-60 40-45 30-35 20-25 10-15 0-5 0-60, 60",
        "10-20 15-15, 10",
        "10-20 30-25, 10"
    })
    void what_several_ranges_cover_counts_once(String added, long covered) {
        for (String range : added.split(" ", -1)) {
            String[] ends = range.split("-", -1);
            ranges.add(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }
        assertThat(ranges.covered()).isEqualTo(covered);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void covers_what_marking_every_second_covers(long seed) {
        Random random = new Random(seed);
        BitSet marked = new BitSet();
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(400);
            int to = from + 1 + random.nextInt(12);
            ranges.add(from, to);
            marked.set(from, to);
            assertThat(ranges.covered()).isEqualTo(marked.cardinality());
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_million_ranges_from_the_last_to_the_first_are_no_work_to_speak_of() {
        for (long i = 1_000_000; i > 0; i--) {
            ranges.add(2 * i, 2 * i + 1);
        }
        assertThat(ranges.covered()).isEqualTo(1_000_000);
    }
}
