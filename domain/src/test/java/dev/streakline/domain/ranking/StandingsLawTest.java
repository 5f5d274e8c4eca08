package dev.streakline.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of ranks, on random populations against a naive second implementation. The seed of a population is its name. */
class StandingsLawTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 400));
    }

    /** Values by viewer, some of them 0; keys and values from small to huge, so that all bytes are sorted by. */
    private static Map<Long, Long> population(Random random) {
        Map<Long, Long> values = new TreeMap<>();
        int most = 1 + random.nextInt(62);
        for (int n = random.nextInt(200); n > 0; n--) {
            values.put(key(random), value(random, most));
        }
        return values;
    }

    private static long key(Random random) {
        return random.nextInt(20) == 0 ? random.nextLong() : random.nextInt(300);
    }

    private static long value(Random random, int most) {
        return random.nextInt(4) == 0 ? random.nextInt(4) : random.nextLong() >>> (63 - random.nextInt(most));
    }

    private static Standings standings(Map<Long, Long> values, Random random) {
        List<Long> viewers = new ArrayList<>(values.keySet());
        if (random.nextBoolean()) {
            Collections.shuffle(viewers, random);
        }
        return Standings.of(
                viewers.stream().mapToLong(Long::longValue).toArray(),
                viewers.stream().mapToLong(values::get).toArray());
    }

    private static List<RankedEntry> naive(Map<Long, Long> values) {
        List<RankedEntry> entry = new ArrayList<>();
        values.forEach((viewer, value) -> {
            if (value > 0) {
                int above = (int)
                        values.values().stream().filter(other -> other > value).count();
                entry.add(new RankedEntry(1 + above, viewer, value));
            }
        });
        entry.sort(Comparator.comparingLong(RankedEntry::value)
                .reversed()
                .thenComparing(Comparator.comparing(RankedEntry::viewer)));
        return entry;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_the_pages_and_the_neighbours_are_those_of_a_sorted_list(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> values = population(random);
        Standings standings = standings(values, random);
        List<RankedEntry> naive = naive(values);
        assertThat(standings.top(1_000)).isEqualTo(naive);
        List<RankedEntry> paged = new ArrayList<>(standings.top(7));
        while (paged.size() < naive.size()) {
            RankedEntry last = paged.get(paged.size() - 1);
            paged.addAll(standings.after(last.value(), last.viewer(), 7));
        }
        assertThat(paged).isEqualTo(naive);
        for (int place = 0; place < naive.size(); place++) {
            RankedEntry entry = naive.get(place);
            int each = random.nextInt(5);
            long expected = random.nextBoolean() ? entry.value() : value(random, 40);
            assertThat(standings.find(entry.viewer(), expected)).contains(entry);
            assertThat(standings.around(entry.viewer(), expected, each))
                    .isEqualTo(naive.subList(Math.max(0, place - each), Math.min(naive.size(), place + each + 1)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void below_equal_and_above_are_everybody_and_the_percentile_never_falls_when_the_value_rises(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> values = population(random);
        Standings standings = standings(values, random);
        List<Long> asked = new ArrayList<>(values.values());
        for (int n = 0; n < 50; n++) {
            asked.add(value(random, 62));
        }
        asked.removeIf(value -> value < 1);
        Collections.sort(asked);
        BigDecimal highest = BigDecimal.ZERO;
        for (long value : asked) {
            Standing standing = standings.standingOf(value);
            assertThat(standing)
                    .isEqualTo(new Standing(
                            count(values, other -> other > 0 && other < value),
                            count(values, other -> other == value),
                            count(values, other -> other > value)));
            assertThat(standing.below() + standing.equal() + standing.above()).isEqualTo(standings.size());
            assertThat(standing.topPercent()).isBetween(1, 100);
            int others = standing.population() - 1;
            if (others == 0) {
                assertThat(standing.percentile()).isEmpty();
            } else {
                assertThat(standing.percentile())
                        .contains(BigDecimal.valueOf(100L * standing.below())
                                .divide(BigDecimal.valueOf(others), 2, RoundingMode.DOWN));
                assertThat(standing.percentile().orElseThrow()).isGreaterThanOrEqualTo(highest);
                highest = standing.percentile().orElseThrow();
            }
        }
    }

    private static int count(Map<Long, Long> values, LongPredicate which) {
        return (int) values.values().stream().filter(which::test).count();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void merging_changes_one_after_the_other_gives_what_a_rebuild_gives(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> values = population(random);
        Standings merged = standings(values, random);
        for (int round = 0; round < 8; round++) {
            Map<Long, Long> changes = new TreeMap<>();
            for (int n = random.nextInt(1 + random.nextInt(80)); n > 0; n--) {
                changes.put(key(random), random.nextInt(3) == 0 ? 0 : value(random, 62));
            }
            values.putAll(changes);
            List<Long> changed = new ArrayList<>(changes.keySet());
            Collections.shuffle(changed, random);
            merged = merged.withUpdates(
                    changed.stream().mapToLong(Long::longValue).toArray(),
                    changed.stream().mapToLong(changes::get).toArray());
            assertThat(merged).isEqualTo(standings(values, random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_viewer_who_opts_out_leaves_no_trace(long seed) {
        Random random = new Random(seed);
        Map<Long, Long> values = population(random);
        Standings standings = standings(values, random);
        long leaver = values.isEmpty() ? 1 : values.keySet().iterator().next();
        values.remove(leaver);
        assertThat(standings.withUpdates(new long[] {leaver}, new long[] {0})).isEqualTo(standings(values, random));
    }
}
