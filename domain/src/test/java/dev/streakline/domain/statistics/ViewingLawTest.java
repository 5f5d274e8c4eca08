package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.viewing.BreakdownItem;
import dev.streakline.domain.viewing.DayTotal;
import dev.streakline.domain.viewing.PeriodComparison;
import dev.streakline.domain.viewing.ViewingTime;
import dev.streakline.domain.viewing.Window;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Viewing times of random histories, against sums made one by one. */
class ViewingLawTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("seeds", 400) / 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_window_equals_the_sum_of_its_facts(long seed) {
        Scenario scenario = Scenario.of(seed);
        NaiveFold naive = new NaiveFold(scenario, scenario.facts());
        ViewingTimes viewing = new ViewingTimes(
                scenario.shuffled(seed),
                scenario.catalogue(),
                Scenario.platforms(),
                scenario.policies(),
                scenario.now());
        assertThat(viewing.today()).isEqualTo(naive.today(scenario.now()));
        LocalDateTime latest = latestSeen(scenario, naive);
        for (WindowKind kind : WindowKind.values()) {
            check(viewing.running(kind), scenario, naive, latest);
            check(viewing.in(Window.of(kind, viewing.today().minusDays(20))), scenario, naive, latest);
        }
        assertThat(viewing.days()).isEqualTo(days(scenario, naive));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_a_window_is_compared_with_does_not_shrink_as_time_passes(long seed) {
        Scenario scenario = Scenario.of(seed);
        ViewerHistory history = scenario.shuffled(seed);
        Map<Window, Long> compared = new HashMap<>();
        for (long minute = -20 * 1_440; minute < 40 * 1_440; minute += 97) {
            Instant now = scenario.now().plus(minute, ChronoUnit.MINUTES);
            ViewingTimes viewing =
                    new ViewingTimes(history, scenario.catalogue(), Scenario.platforms(), scenario.policies(), now);
            for (WindowKind kind : List.of(WindowKind.WEEK, WindowKind.MONTH)) {
                ViewingTime time = viewing.running(kind);
                long previous = Objects.requireNonNull(time.comparison()).previousSeconds();
                assertThat(previous)
                        .as("at %s, seed %s", now, seed)
                        .isGreaterThanOrEqualTo(compared.getOrDefault(time.window(), 0L));
                compared.put(time.window(), previous);
            }
        }
    }

    private static void check(ViewingTime time, Scenario scenario, NaiveFold naive, LocalDateTime latest) {
        Window window = time.window();
        List<TestFact> inside = watches(
                scenario,
                fact -> window.kind() == WindowKind.ALL
                        || (!naive.dayOf(fact).isBefore(window.start())
                                && naive.dayOf(fact).isBefore(window.end())));
        assertThat(time.seconds()).isEqualTo(sum(inside, naive));
        assertThat(time.estimatedSeconds())
                .isEqualTo(sum(
                        inside.stream().filter(fact -> fact.length() == null).toList(), naive));
        assertThat(time.sessions()).isEqualTo((int) inside.stream()
                .map(fact -> fact.session() < 0 ? "own " + fact.id() : "sitting " + fact.session())
                .distinct()
                .count());
        assertThat(time.activeDays())
                .isEqualTo((int) inside.stream().map(naive::dayOf).distinct().count());
        assertThat(total(time.byKind())).isEqualTo(time.seconds());
        assertThat(total(time.byPlatform())).isEqualTo(time.seconds());
        assertThat(map(time.byGenre())).isEqualTo(genres(inside, naive));
        assertThat(map(time.byKind())).isEqualTo(kinds(inside, naive));
        assertThat(time.byMonth()).isEqualTo(months(inside, naive));
        assertThat(time.byGenre()).isSortedAccordingTo((a, b) -> Long.compare(b.seconds(), a.seconds()));
        if (window.kind() == WindowKind.ALL) {
            assertThat(time.comparison()).isNull();
        } else {
            PeriodComparison comparison = Objects.requireNonNull(time.comparison());
            long previous = sum(watches(scenario, fact -> isBefore(fact, window, naive, latest)), naive);
            assertThat(comparison.previousSeconds()).isEqualTo(previous);
            assertThat(comparison.changeSeconds()).isEqualTo(time.seconds() - previous);
        }
    }

    /** Whether a fact is in the part of the previous window that has to be compared, by local date-times. */
    private static boolean isBefore(TestFact fact, Window window, NaiveFold naive, LocalDateTime now) {
        LocalDate day = naive.dayOf(fact);
        Window previous = window.previous();
        if (day.isBefore(previous.start()) || !day.isBefore(previous.end())) {
            return false;
        }
        if (!now.toLocalDate().isBefore(window.end())) {
            return true;
        }
        if (now.toLocalDate().isBefore(window.start())) {
            return false;
        }
        LocalDateTime cut = switch (window.kind()) {
            case WEEK -> now.minusDays(7);
            case MONTH -> now.minusMonths(1);
            default -> now.minusYears(1);
        };
        boolean exists = window.kind() == WindowKind.WEEK || cut.getDayOfMonth() == now.getDayOfMonth();
        return exists
                ? !local(fact, naive).isAfter(cut)
                : !day.isAfter(YearMonth.from(cut).atEndOfMonth());
    }

    /** The latest date and time that the viewer has seen on a clock: now, at their facts, or in any minute of three days. */
    private static LocalDateTime latestSeen(Scenario scenario, NaiveFold naive) {
        LocalDateTime latest = local(scenario.now(), naive);
        for (TestFact fact : scenario.facts()) {
            if (!naive.instantOf(fact).isAfter(scenario.now())
                    && local(fact, naive).isAfter(latest)) {
                latest = local(fact, naive);
            }
        }
        for (int minute = 0; minute < 3 * 1_440; minute++) {
            Instant endOfMinute =
                    scenario.now().minus(minute, ChronoUnit.MINUTES).minus(1, ChronoUnit.MICROS);
            LocalDateTime seen = local(endOfMinute, naive);
            latest = seen.isAfter(latest) ? seen : latest;
        }
        return latest;
    }

    private static LocalDateTime local(TestFact fact, NaiveFold naive) {
        return fact.date() != null ? fact.date().atStartOfDay() : local(naive.instantOf(fact), naive);
    }

    private static LocalDateTime local(Instant instant, NaiveFold naive) {
        return instant.atZone(naive.days.zoneAt(instant))
                .toLocalDateTime()
                .minusSeconds(naive.days.dayStart().toSecondOfDay());
    }

    private static List<TestFact> watches(Scenario scenario, Predicate<TestFact> wanted) {
        return scenario.facts().stream()
                .filter(TestFact::isWatch)
                .filter(wanted)
                .toList();
    }

    private static long sum(List<TestFact> facts, NaiveFold naive) {
        return facts.stream().mapToLong(naive::counted).sum();
    }

    private static long total(List<BreakdownItem> shares) {
        return shares.stream().mapToLong(BreakdownItem::seconds).sum();
    }

    private static Map<String, Long> map(List<BreakdownItem> shares) {
        Map<String, Long> map = new HashMap<>();
        shares.forEach(share -> map.put(share.name(), share.seconds()));
        return map;
    }

    private static Map<String, Long> kinds(List<TestFact> facts, NaiveFold naive) {
        Map<String, Long> kinds = new HashMap<>();
        facts.forEach(fact -> kinds.merge(naive.title(fact).kind().code(), (long) naive.counted(fact), Long::sum));
        return kinds;
    }

    /** Second by second, dealt out to the genres in code-point order. */
    private static Map<String, Long> genres(List<TestFact> facts, NaiveFold naive) {
        Map<String, Long> genres = new HashMap<>();
        List<String> order = List.of("Drama", "drama", "unknown", "\uFF5E", "\uD835\uDD04");
        for (TestFact fact : facts) {
            List<String> ofTitle = new ArrayList<>(order);
            ofTitle.retainAll(naive.title(fact).genres());
            if (ofTitle.isEmpty()) {
                ofTitle.add("unknown");
            }
            ofTitle.forEach(genre -> genres.merge(genre, 0L, Long::sum));
            for (int second = 0; second < naive.counted(fact); second++) {
                genres.merge(ofTitle.get(second % ofTitle.size()), 1L, Long::sum);
            }
        }
        return genres;
    }

    private static List<ViewingTime.MonthTotal> months(List<TestFact> facts, NaiveFold naive) {
        Map<YearMonth, Long> months = new HashMap<>();
        facts.forEach(fact -> months.merge(YearMonth.from(naive.dayOf(fact)), (long) naive.counted(fact), Long::sum));
        List<ViewingTime.MonthTotal> totals = new ArrayList<>();
        months.forEach((month, seconds) -> totals.add(new ViewingTime.MonthTotal(month, seconds)));
        totals.sort((a, b) -> a.month().compareTo(b.month()));
        return totals;
    }

    private static List<DayTotal> days(Scenario scenario, NaiveFold naive) {
        List<LocalDate> days = new ArrayList<>();
        scenario.facts().stream()
                .filter(TestFact::isWatch)
                .map(naive::dayOf)
                .distinct()
                .forEach(days::add);
        Collections.sort(days);
        return days.stream()
                .map(day -> {
                    List<TestFact> some =
                            watches(scenario, fact -> naive.dayOf(fact).equals(day));
                    return new DayTotal(day, sum(some, naive), some.size());
                })
                .toList();
    }
}
