package dev.streakline.domain.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentileCrossingTest {

    /** Viewers 1 to {@code n}, the first with most. */
    private static Standings first(int n) {
        return Standings.of(
                LongStream.rangeClosed(1, n).toArray(),
                LongStream.rangeClosed(1, n).map(viewer -> n + 1 - viewer).toArray());
    }

    /** The same, but one viewer has another rank, before the one who was there. */
    private static Standings moved(int n, int viewer, int rank) {
        List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, n).boxed().toList());
        order.remove(Long.valueOf(viewer));
        order.add(rank - 1, (long) viewer);
        return Standings.of(
                order.stream().mapToLong(Long::longValue).toArray(),
                IntStream.range(0, n).mapToLong(place -> n - place).toArray());
    }

    @ParameterizedTest(name = "from {0} to {1} of 200 is told as {2}")
    @CsvSource({"101, 100, 50", "51, 50, 25", "21, 20, 10", "11, 10, 5", "3, 2, 1", "200, 1, 1", "60, 12, 10"})
    void a_viewer_who_comes_among_the_first_has_risen(int from, int to, int topPercent) {
        assertThat(PercentileCrossing.of(first(200), moved(200, from, to)))
                .containsExactly(new PercentileCrossing(from, topPercent));
    }

    @ParameterizedTest(name = "from {0} to {1} of 200")
    @CsvSource({"150, 101", "100, 51", "50, 21", "20, 11", "10, 3", "2, 1", "40, 40"})
    void a_move_within_a_step_is_no_rise(int from, int to) {
        assertThat(PercentileCrossing.of(first(200), moved(200, from, to))).isEmpty();
    }

    @Test
    void a_viewer_who_falls_is_not_reported_but_the_one_who_moves_up_is() {
        assertThat(PercentileCrossing.of(first(200), moved(200, 1, 200)))
                .containsExactly(
                        new PercentileCrossing(3, 1),
                        new PercentileCrossing(11, 5),
                        new PercentileCrossing(21, 10),
                        new PercentileCrossing(51, 25),
                        new PercentileCrossing(101, 50));
    }

    @Test
    void a_viewer_who_was_not_ranked_rises_from_no_band() {
        assertThat(PercentileCrossing.of(Standings.EMPTY, first(4)))
                .containsExactly(new PercentileCrossing(1, 25), new PercentileCrossing(2, 50));
    }

    @Test
    void one_alone_is_among_all_of_them_and_has_not_risen() {
        assertThat(PercentileCrossing.of(Standings.EMPTY, first(1))).isEmpty();
        assertThat(PercentileCrossing.of(first(3), Standings.EMPTY)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rises_are_those_of_standings_asked_one_by_one(long seed) {
        Random random = new Random(seed);
        Standings before = random(random);
        Standings after = random(random);
        List<PercentileCrossing> expected = new ArrayList<>();
        for (int place = 0; place < after.size(); place++) {
            long viewer = after.viewer(place);
            int now = step(after.standingOf(after.value(place)).topPercent());
            int then = before.find(viewer, 1)
                    .map(entry -> step(before.standingOf(entry.value()).topPercent()))
                    .orElse(100);
            if (now < then) {
                expected.add(new PercentileCrossing(viewer, now));
            }
        }
        assertThat(PercentileCrossing.of(before, after)).isEqualTo(expected);
    }

    private static Standings random(Random random) {
        long[] viewers = random.longs(random.nextInt(300), 0, 400).distinct().toArray();
        return Standings.of(viewers, random.longs(viewers.length, 0, 40).toArray());
    }

    private static int step(int topPercent) {
        return IntStream.of(1, 5, 10, 25, 50)
                .filter(step -> topPercent <= step)
                .findFirst()
                .orElse(100);
    }
}
