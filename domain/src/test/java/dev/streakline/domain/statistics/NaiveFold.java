package dev.streakline.domain.statistics;

import static java.util.stream.Collectors.toCollection;

import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.milestone.Measure;
import dev.streakline.domain.milestone.Rung;
import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.streak.StreakPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The specification once more, with sets and maps and no thought for speed. Shares nothing with the fold but values. */
final class NaiveFold {

    private final Scenario scenario;
    final NaiveDays days;
    private final Set<LocalDate> paused = new TreeSet<>();
    final Set<LocalDate> bridges;
    private final List<TestFact> facts;
    /** A start is looked for minute by minute, which took two thirds of the time of all laws. */
    private final Map<LocalDate, Instant> starts = new HashMap<>();

    NaiveFold(Scenario scenario, List<TestFact> facts) {
        this.scenario = scenario;
        this.facts = facts;
        this.days =
                new NaiveDays(scenario.zones(), scenario.policies().dayStart().time());
        paused();
        bridges = new TreeSet<>(paused);
        bridges.addAll(days.neverWere());
    }

    private void paused() {
        Map<LocalDate, Set<LocalDate>> byStart = new HashMap<>();
        for (Pause pause : scenario.pauses()) {
            Set<LocalDate> before = byStart.getOrDefault(pause.from(), Set.of());
            LocalDate declared = days.dayOf(pause.declaredAt());
            byStart.put(
                    pause.from(),
                    pause.from()
                            .datesUntil(pause.to().plusDays(1))
                            .filter(day -> day.isAfter(declared) || before.contains(day))
                            .collect(toCollection(TreeSet::new)));
        }
        Set<LocalDate> united = new TreeSet<>();
        byStart.values().forEach(united::addAll);
        int since = 0;
        for (LocalDate day : united) {
            since = united.contains(day.minusDays(1)) ? since + 1 : 1;
            if (since <= Pause.LONGEST) {
                paused.add(day);
            }
        }
    }

    LocalDate dayOf(TestFact fact) {
        return fact.date() != null ? fact.date() : days.dayOf(Objects.requireNonNull(fact.time()));
    }

    Instant instantOf(TestFact fact) {
        return fact.time() != null ? fact.time() : startOf(Objects.requireNonNull(fact.date()));
    }

    Instant startOf(LocalDate day) {
        return starts.computeIfAbsent(day, days::startOf);
    }

    TitleDetails title(TestFact fact) {
        return fact.title() == Titles.NONE
                ? TitleDetails.UNKNOWN
                : scenario.titles().get(fact.title());
    }

    int counted(TestFact fact) {
        Integer length = fact.length();
        return length != null ? length : title(fact).runtimeSeconds();
    }

    LocalDate today(Instant now) {
        LocalDate today = days.dayOf(now);
        for (TestFact fact : facts) {
            if (!instantOf(fact).isAfter(now) && dayOf(fact).isAfter(today)) {
                today = dayOf(fact);
            }
        }
        return today;
    }

    Set<LocalDate> qualified(List<TestFact> some) {
        Set<LocalDate> qualified = new TreeSet<>();
        Map<LocalDate, Long> sums = new HashMap<>();
        for (TestFact fact : some) {
            if (fact.isWatch()) {
                long sum = sums.merge(dayOf(fact), (long) counted(fact), Long::sum);
                boolean alone = fact.length() == null || fact.completed() == Completed.YES;
                if (alone || sum >= scenario.policies().streaks().minimumSeconds()) {
                    qualified.add(dayOf(fact));
                }
            }
        }
        return qualified;
    }

    /** The days that tokens are spent on, and in {@code tokensLeft} the tokens left, up to the beginning of a day. */
    Set<LocalDate> frozen(Set<LocalDate> qualified, @Nullable LocalDate today, int[] tokensLeft) {
        StreakPolicy policy = scenario.policies().streaks();
        Set<LocalDate> frozen = new TreeSet<>();
        int tokens = 0;
        int life = 0;
        LocalDate last = null;
        List<LocalDate> stops = new ArrayList<>(qualified);
        if (today != null) {
            stops.removeIf(day -> day.isAfter(today));
            if (!qualified.contains(today)) {
                stops.add(today);
            }
        }
        for (LocalDate stop : stops) {
            if (last != null) {
                List<LocalDate> missed = last.plusDays(1)
                        .datesUntil(stop)
                        .filter(day -> !bridges.contains(day))
                        .toList();
                if (missed.size() <= tokens) {
                    tokens -= missed.size();
                    frozen.addAll(missed);
                }
            }
            if (qualified.contains(stop)) {
                life++;
                tokens = Math.min(policy.freezeCap(), tokens + (life % policy.daysPerFreeze() == 0 ? 1 : 0));
                last = stop;
            }
        }
        tokensLeft[0] = tokens;
        return frozen;
    }

    /** Runs over qualified and bridged days: lists of qualified days. */
    List<List<LocalDate>> runs(Set<LocalDate> qualified, Set<LocalDate> frozen) {
        List<List<LocalDate>> runs = new ArrayList<>();
        LocalDate last = null;
        for (LocalDate day : qualified) {
            boolean goesOn = last != null
                    && last.plusDays(1).datesUntil(day).allMatch(gap -> bridges.contains(gap) || frozen.contains(gap));
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(day);
            last = day;
        }
        return runs;
    }

    List<LocalDate> longest(List<TestFact> some) {
        Set<LocalDate> qualified = qualified(some);
        List<LocalDate> longest = List.of();
        for (List<LocalDate> run : runs(qualified, frozen(qualified, null, new int[1]))) {
            longest = run.size() >= longest.size() ? run : longest;
        }
        return longest;
    }

    /** State, current, start, longest, longest start and end, last watched, expiry, tokens: in words. */
    String streak(Instant now) {
        Set<LocalDate> qualified = qualified(facts);
        LocalDate today = today(now);
        int[] tokens = new int[1];
        Set<LocalDate> frozen = frozen(qualified, today, tokens);
        LocalDate reached = qualified.contains(today) ? today : today.minusDays(1);
        List<LocalDate> current = new ArrayList<>();
        for (LocalDate day = reached;
                qualified.contains(day) || bridges.contains(day) || frozen.contains(day);
                day = day.minusDays(1)) {
            if (qualified.contains(day)) {
                current.add(0, day);
            }
        }
        LocalDate breaks = today;
        while (qualified.contains(breaks) || bridges.contains(breaks)) {
            breaks = breaks.plusDays(1);
        }
        String state;
        if (qualified.stream().noneMatch(day -> !day.isAfter(today))) {
            state = "NONE";
        } else if (qualified.contains(today)) {
            state = "ACTIVE";
        } else if (current.isEmpty()) {
            state = "BROKEN";
        } else if (paused.contains(today)) {
            state = "PAUSED";
        } else if (frozen.contains(today.minusDays(1))) {
            state = "FROZEN";
        } else {
            state = "AT_RISK";
        }
        List<LocalDate> longest = longest(facts);
        return Words.streak(
                state,
                current.size(),
                current.isEmpty() ? null : current.get(0),
                longest.size(),
                longest.isEmpty() ? null : longest.get(0),
                longest.isEmpty() ? null : longest.get(longest.size() - 1),
                facts.stream()
                        .filter(TestFact::isWatch)
                        .map(this::dayOf)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                current.isEmpty() ? null : days.endOf(breaks, now),
                tokens[0]);
    }

    /** Every rung with its instant: each prefix of event time is computed from scratch. */
    Set<String> achievements() {
        TreeMap<Instant, List<TestFact>> byInstant = new TreeMap<>();
        facts.forEach(fact -> byInstant
                .computeIfAbsent(instantOf(fact), at -> new ArrayList<>())
                .add(fact));
        Set<String> achievements = new TreeSet<>();
        Set<String> reached = new HashSet<>();
        List<TestFact> prefix = new ArrayList<>();
        byInstant.forEach((at, step) -> {
            prefix.addAll(step);
            for (Ladder ladder : scenario.policies().ladders()) {
                long value = value(ladder.measure(), prefix);
                for (Rung rung : ladder.rungs()) {
                    String name = ladder.measure() + " " + rung.threshold();
                    if (value >= rung.threshold() && reached.add(name)) {
                        boolean timed = step.stream().anyMatch(fact -> fact.isWatch() && fact.time() != null);
                        achievements.add(name + " " + at + " " + (timed ? "INSTANT" : "DATE"));
                    }
                }
            }
        });
        return achievements;
    }

    long value(Measure measure, List<TestFact> some) {
        return switch (measure) {
            case MOVIES -> completed(some).stream().filter(is(TitleKind.MOVIE)).count();
            case EPISODES ->
                completed(some).stream().filter(is(TitleKind.EPISODE)).count();
            case SHOWS ->
                completed(some).stream()
                        .filter(is(TitleKind.EPISODE))
                        .map(title -> scenario.titles().get(title).show())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
            case HOURS ->
                some.stream().filter(TestFact::isWatch).mapToLong(this::counted).sum() / 3_600;
            case STREAK -> longest(some).size();
        };
    }

    private Predicate<Integer> is(TitleKind kind) {
        return title -> scenario.titles().get(title).kind() == kind;
    }

    private Set<Integer> completed(List<TestFact> some) {
        Set<Integer> completed = new HashSet<>();
        Map<Integer, BitSet> covered = new HashMap<>();
        Map<Integer, Long> plain = new HashMap<>();
        for (TestFact fact : some) {
            if (!fact.isWatch() || fact.title() == Titles.NONE) {
                continue;
            }
            int runtime = title(fact).runtimeSeconds();
            BitSet seconds = covered.computeIfAbsent(fact.title(), unseen -> new BitSet());
            if (fact.hasRange()) {
                int end = runtime > 0 ? (int) Math.min(runtime, fact.to()) : (int) fact.to();
                if (fact.from() < end) {
                    seconds.set((int) fact.from(), end);
                }
            } else if (fact.seconds() != null) {
                plain.merge(fact.title(), (long) fact.seconds(), Long::sum);
            }
            long watched = seconds.cardinality() + plain.getOrDefault(fact.title(), 0L);
            boolean byUnknownLength = fact.length() == null && fact.completed() == Completed.UNSPECIFIED;
            if (fact.completed() == Completed.YES
                    || byUnknownLength
                    || (runtime > 0 ? 10 * watched >= 8L * runtime : watched >= 600)) {
                completed.add(fact.title());
            }
        }
        return completed;
    }
}
