package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of a viewer's statistics on channels, on random histories against the naive second implementation. */
class LifetimeLawTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 400));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_and_any_repetition_gives_the_same_as_the_naive_fold(long seed) {
        foldEqualsNaive(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_changes_before_the_next_change_and_something_does_at_it(long seed) {
        nextChangeIsExact(seed);
    }

    @Test
    @Tag("exhaustive")
    void the_laws_hold_for_tens_of_thousands_of_lives() {
        for (long seed = 1_000; seed < 21_000; seed++) {
            foldEqualsNaive(seed);
            nextChangeIsExact(seed);
        }
    }

    private static FoldResult fold(Scenario scenario, long seed) {
        Fold fold = new Fold(scenario.catalogue(), scenario.policies());
        fold.withChannels(Scenario.of(seed + 1).shuffled(seed));
        return fold.withChannels(scenario.shuffled(seed));
    }

    private static void foldEqualsNaive(long seed) {
        Scenario scenario = Scenario.of(seed);
        FoldResult folded = fold(scenario, seed);
        assertThat(folded.viewer())
                .as("viewer, seed %s", seed)
                .isEqualTo(new Fold(scenario.catalogue(), scenario.policies()).of(scenario.shuffled(seed)));
        Set<Integer> channels = new TreeSet<>();
        scenario.facts().forEach(fact -> channels.add(NaiveLifetime.channelOf(fact)));
        channels.remove(NameIndex.NONE);
        assertThat(folded.channels().stream().map(ChannelEntry::channel))
                .as("channels, seed %s", seed)
                .containsExactlyElementsOf(channels);
        NaiveFold naive = new NaiveFold(scenario, scenario.facts());
        for (ChannelEntry each : folded.channels()) {
            NaiveLifetime lifetime = new NaiveLifetime(naive, scenario.facts(), each.channel());
            for (int days : new int[] {0, 60, 400}) {
                Instant now = scenario.now().plus(days, ChronoUnit.DAYS);
                assertThat(Words.of(LifetimeStatistics.of(
                                each.statistics(), folded.viewer().streaks(), now)))
                        .as("channel %s at %s, seed %s", each.channel(), now, seed)
                        .isEqualTo(lifetime.words(now));
            }
        }
    }

    private static void nextChangeIsExact(long seed) {
        Scenario scenario = Scenario.of(seed);
        FoldResult folded = fold(scenario, seed);
        Instant now = scenario.now().plus(seed % 3 * 40, ChronoUnit.DAYS);
        List<String> then = figures(folded, now);
        Optional<Instant> change = nextChange(folded, now);
        List<Instant> unchanged = new ArrayList<>();
        Instant end = change.orElse(now.plus(500, ChronoUnit.DAYS));
        for (Instant at = now.plus(47, ChronoUnit.MINUTES); at.isBefore(end); at = at.plus(1_427, ChronoUnit.MINUTES)) {
            unchanged.add(at);
        }
        unchanged.add(end.minus(1, ChronoUnit.MICROS));
        for (Instant at : unchanged) {
            assertThat(figures(folded, at)).as("at %s, seed %s", at, seed).isEqualTo(then);
        }
        change.ifPresent(at -> {
            assertThat(at).isAfter(now);
            assertThat(figures(folded, at)).as("at %s, seed %s", at, seed).isNotEqualTo(then);
        });
        Optional<Instant> viewers = folded.viewer().nextChangeAt(now);
        assertThat(folded.nextChangeAt(now))
                .isEqualTo(
                        viewers.isEmpty() || (change.isPresent() && change.get().isBefore(viewers.get()))
                                ? change
                                : viewers);
    }

    /** What time alone changes, but for tracking days. */
    private static List<String> figures(FoldResult folded, Instant at) {
        return folded.channels().stream()
                .map(each ->
                        LifetimeStatistics.of(each.statistics(), folded.viewer().streaks(), at))
                .map(each -> each.loyalty().currentStreak() + " " + each.activity() + " "
                        + each.badges().stream()
                                .filter(badge -> badge.unlock() != null)
                                .toList())
                .toList();
    }

    private static Optional<Instant> nextChange(FoldResult folded, Instant now) {
        return ChannelStatistics.nextChangeAt(
                now,
                folded.viewer().streaks(),
                folded.channels().stream().map(ChannelEntry::statistics).toList());
    }
}
