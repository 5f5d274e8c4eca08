package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.milestone.Measure;
import java.time.Instant;
import java.time.LocalDate;
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

/** Laws of the fold, on random histories against the naive second implementation. The seed of a history is its name. */
class OrderLawTest {

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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_answer_about_the_past_knows_the_facts_of_then(long seed) {
        asOfEqualsNaive(seed);
    }

    @Test
    @Tag("exhaustive")
    void the_laws_hold_for_tens_of_thousands_of_lives() {
        for (long seed = 1_000; seed < 21_000; seed++) {
            foldEqualsNaive(seed);
            nextChangeIsExact(seed);
            asOfEqualsNaive(seed);
        }
    }

    private static void foldEqualsNaive(long seed) {
        Scenario scenario = Scenario.of(seed);
        NaiveFold naive = new NaiveFold(scenario, scenario.facts());
        Fold fold = new Fold(scenario.catalogue(), scenario.policies());
        fold.of(Scenario.of(seed + 1).shuffled(seed));
        ViewerStatistics statistics = fold.of(scenario.shuffled(seed));
        assertThat(Words.of(statistics.streaks().at(scenario.now())))
                .as("streak, seed %s", seed)
                .isEqualTo(naive.streak(scenario.now()));
        assertThat(Words.of(statistics.achievements()))
                .as("achievements, seed %s", seed)
                .isEqualTo(naive.achievements());
        assertThat(statistics.totals()).as("totals, seed %s", seed).isEqualTo(totals(scenario, naive));
        Set<LocalDate> watched = new TreeSet<>();
        statistics.watched().forEach(day -> watched.add(LocalDate.ofEpochDay(day)));
        Set<LocalDate> naiveWatched = new TreeSet<>();
        scenario.facts().stream().filter(TestFact::isWatch).forEach(fact -> naiveWatched.add(naive.dayOf(fact)));
        assertThat(watched).as("days, seed %s", seed).isEqualTo(naiveWatched);
        assertThat(statistics.kindsInStreak(scenario.now()))
                .as("kinds, seed %s", seed)
                .isEqualTo(kinds(scenario, naive, statistics));
    }

    private static Totals totals(Scenario scenario, NaiveFold naive) {
        List<TestFact> watches =
                scenario.facts().stream().filter(TestFact::isWatch).toList();
        return new Totals(
                watches.size(),
                watches.stream().mapToLong(naive::counted).sum(),
                watches.stream()
                        .filter(fact -> fact.length() == null)
                        .mapToLong(naive::counted)
                        .sum(),
                (int) naive.value(Measure.MOVIES, watches),
                (int) naive.value(Measure.SHOWS, watches),
                (int) naive.value(Measure.EPISODES, watches));
    }

    private static Set<TitleKind> kinds(Scenario scenario, NaiveFold naive, ViewerStatistics statistics) {
        Set<TitleKind> kinds = new TreeSet<>();
        Set<LocalDate> qualified = naive.qualified(scenario.facts());
        statistics
                .streaks()
                .currentRun(scenario.now())
                .ifPresent(run -> scenario.facts().stream()
                        .filter(TestFact::isWatch)
                        .filter(fact -> qualified.contains(naive.dayOf(fact)))
                        .filter(fact -> !naive.dayOf(fact).isBefore(run.start()))
                        .filter(fact -> !naive.dayOf(fact).isAfter(run.end()))
                        .forEach(fact -> kinds.add(naive.title(fact).kind())));
        return kinds;
    }

    private static void nextChangeIsExact(long seed) {
        Scenario scenario = Scenario.of(seed);
        ViewerHistory history = scenario.shuffled(seed);
        ViewerStatistics before = fold(scenario, history);
        String then = Words.of(before.streaks().at(scenario.now()));
        Optional<Instant> change = before.nextChangeAt(scenario.now());
        if (change.isPresent()) {
            assertThat(change.get()).isAfter(scenario.now());
            Instant last = change.get().minus(1, ChronoUnit.MICROS);
            Instant secondBefore = change.get().minusSeconds(1);
            List<Instant> unchanged = new ArrayList<>(List.of(last));
            if (secondBefore.isAfter(scenario.now())) {
                unchanged.add(secondBefore);
            }
            for (Instant instant : unchanged) {
                assertThat(streakAt(scenario, history, instant))
                        .as("at %s, seed %s", instant, seed)
                        .isEqualTo(then);
            }
            assertThat(streakAt(scenario, history, change.get()))
                    .as("at %s, seed %s", change.get(), seed)
                    .isNotEqualTo(then);
        } else {
            for (int day = 1; day < 400; day += 7) {
                Instant later = scenario.now().plus(day * 1_440L - 77L, ChronoUnit.MINUTES);
                assertThat(streakAt(scenario, history, later))
                        .as("at %s, seed %s", later, seed)
                        .isEqualTo(then);
            }
        }
    }

    private static String streakAt(Scenario scenario, ViewerHistory history, Instant instant) {
        return Words.of(fold(scenario, history).streaks().at(instant));
    }

    private static ViewerStatistics fold(Scenario scenario, ViewerHistory history) {
        return new Fold(scenario.catalogue(), scenario.policies()).of(history);
    }

    /** The zones up to an instant; the earliest one counts from the beginning of time. */
    private static List<ZoneChange> zonesAsOf(Instant past, List<ZoneChange> zones) {
        List<ZoneChange> then = new ArrayList<>(zones);
        then.removeIf(change -> change.from().isAfter(past)
                && zones.stream().anyMatch(other -> other.from().isBefore(change.from())));
        return then;
    }

    private static void asOfEqualsNaive(long seed) {
        Scenario scenario = Scenario.of(seed);
        Instant past = scenario.now().minus(1 + seed % 20, ChronoUnit.DAYS);
        ViewerHistory history =
                scenario.shuffled(seed).asOf(past, scenario.policies().dayStart());
        Scenario known = new Scenario(
                scenario.facts(),
                scenario.titles(),
                zonesAsOf(past, scenario.zones()),
                scenario.pauses().stream()
                        .filter(pause -> !pause.declaredAt().isAfter(past))
                        .toList(),
                scenario.policies(),
                past);
        NaiveDays days =
                new NaiveDays(known.zones(), known.policies().dayStart().time());
        LocalDate today = days.dayOf(past);
        List<TestFact> facts = scenario.facts().stream()
                .filter(fact -> fact.time() != null
                        ? !fact.time().isAfter(past)
                        : fact.date() != null && !fact.date().isAfter(today))
                .toList();
        NaiveFold naive = new NaiveFold(known, facts);
        ViewerStatistics statistics = fold(scenario, history);
        assertThat(Words.of(statistics.streaks().at(past)))
                .as("streak as of %s, seed %s", past, seed)
                .isEqualTo(naive.streak(past));
        assertThat(Words.of(statistics.achievements()))
                .as("achievements as of %s, seed %s", past, seed)
                .isEqualTo(naive.achievements());
    }
}
