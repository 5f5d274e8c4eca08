package dev.streakline.domain.statistics;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.InteractionKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Section 7 once more for one channel, with sets and maps and every prefix of event time computed from scratch. */
final class NaiveLifetime {

    private final NaiveFold naive;
    private final int channel;
    private final List<TestFact> facts;
    private final Map<Badge, String> unlockedByFacts;
    private final Map<Badge, LocalDate> daysOfBadges = new HashMap<>();

    NaiveLifetime(NaiveFold naive, List<TestFact> all, int channel) {
        this.naive = naive;
        this.channel = channel;
        this.facts =
                all.stream().filter(fact -> channelOf(fact) == this.channel).toList();
        this.unlockedByFacts = unlockedByFacts();
        Map.of(Badge.LONG_TERM, 30, Badge.OG_FAN, 90, Badge.DIE_HARD, 365).forEach((badge, n) -> {
            LocalDate first = new TreeSet<>(active(facts)).first();
            daysOfBadges.put(badge, first.plusDays(n - 1L));
        });
    }

    static int channelOf(TestFact fact) {
        return fact.channel() != NameIndex.NONE || !fact.isWatch()
                ? fact.channel()
                : Scenario.channelOfTitle(fact.title());
    }

    private Set<LocalDate> active(List<TestFact> some) {
        Set<LocalDate> active = new TreeSet<>();
        some.forEach(fact -> active.add(naive.dayOf(fact)));
        return active;
    }

    private long seconds(List<TestFact> some) {
        return some.stream().filter(TestFact::isWatch).mapToLong(naive::counted).sum();
    }

    private static int sessions(List<TestFact> some, Predicate<TestFact> which) {
        Set<String> sessions = new HashSet<>();
        some.stream()
                .filter(TestFact::isWatch)
                .filter(which)
                .forEach(fact -> sessions.add(
                        fact.session() == NameIndex.NONE ? "own " + fact.id() : "sitting " + fact.session()));
        return sessions.size();
    }

    private static int messages(List<TestFact> some) {
        return (int) some.stream().filter(fact -> !fact.isWatch()).count();
    }

    private int messages(InteractionKind kind) {
        return (int) facts.stream().filter(fact -> fact.interaction() == kind).count();
    }

    private int longest(List<TestFact> some) {
        return naive.runs(active(some), Set.of()).stream()
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private int current(LocalDate today) {
        Set<LocalDate> active = active(facts);
        int current = 0;
        for (LocalDate day = active.contains(today) ? today : today.minusDays(1);
                active.contains(day) || naive.bridges.contains(day);
                day = day.minusDays(1)) {
            current += active.contains(day) ? 1 : 0;
        }
        return current;
    }

    private int last(int days, LocalDate today) {
        return (int) active(facts).stream()
                .filter(day ->
                        !day.isAfter(today) && !today.minusDays(days - 1L).isAfter(day))
                .count();
    }

    private String mostActiveMonth() {
        Map<YearMonth, Integer> months = new TreeMap<>();
        active(facts).forEach(day -> months.merge(YearMonth.from(day), 1, Integer::sum));
        String most = "none 0";
        int days = 0;
        for (Map.Entry<YearMonth, Integer> month : months.entrySet()) {
            if (month.getValue() >= days) {
                days = month.getValue();
                most = month.getKey() + " " + days;
            }
        }
        return most;
    }

    private Map<Instant, List<TestFact>> steps() {
        Map<Instant, List<TestFact>> steps = new TreeMap<>();
        facts.forEach(fact -> steps.computeIfAbsent(naive.instantOf(fact), at -> new ArrayList<>())
                .add(fact));
        return steps;
    }

    private static String precision(List<TestFact> step, Predicate<TestFact> which) {
        return step.stream().filter(which).anyMatch(fact -> fact.time() != null) ? "INSTANT" : "DATE";
    }

    /** The badges with the instant at which they were unlocked. */
    private Map<Badge, String> unlocked(Instant now) {
        Map<Badge, String> unlocked = new HashMap<>(unlockedByFacts);
        LocalDate today = naive.today(now);
        daysOfBadges.forEach((badge, day) -> {
            if (!day.isAfter(today)) {
                unlocked.put(badge, naive.startOf(day) + " INSTANT");
            }
        });
        return unlocked;
    }

    private Map<Badge, String> unlockedByFacts() {
        Map<Badge, String> unlocked = new HashMap<>();
        List<TestFact> prefix = new ArrayList<>();
        steps().forEach((at, step) -> {
            prefix.addAll(step);
            int messages = messages(prefix);
            int longest = longest(prefix);
            long seconds = seconds(prefix);
            String watch = at + " " + precision(step, TestFact::isWatch);
            String any = at + " " + precision(step, fact -> true);
            for (Badge badge : Badge.values()) {
                boolean reached = switch (badge) {
                    case NEWCOMER -> prefix.stream().anyMatch(TestFact::isWatch);
                    case LOYAL_VIEWER -> seconds >= 36_000;
                    case VETERAN_FAN -> seconds >= 180_000;
                    case IRON_FAN -> seconds >= 360_000;
                    case LEGENDARY -> seconds >= 1_800_000;
                    case FIRST_WORDS -> messages >= 1;
                    case CHATTY -> messages >= 100;
                    case INFLUENCER -> messages >= 500;
                    case SUPER_CHATTY -> messages >= 1_000;
                    case NEW_FOLLOWER -> true;
                    case LONG_TERM, OG_FAN, DIE_HARD -> false;
                    case STREAK_7 -> longest >= 7;
                    case STREAK_30 -> longest >= 30;
                    case STREAK_90 -> longest >= 90;
                };
                if (reached) {
                    unlocked.putIfAbsent(
                            badge,
                            switch (badge.category()) {
                                case WATCH_TIME -> watch;
                                case INTERACTION -> at + " INSTANT";
                                case LOYALTY, STREAK -> any;
                            });
                }
            }
        });
        return unlocked;
    }

    private String badges(Instant now, int trackingDays) {
        Map<Badge, String> unlocked = unlocked(now);
        StringBuilder badges = new StringBuilder();
        for (Badge badge : Badge.values()) {
            long value = switch (badge.category()) {
                case WATCH_TIME -> badge == Badge.NEWCOMER ? sessions(facts, fact -> true) : seconds(facts);
                case INTERACTION -> messages(facts);
                case LOYALTY -> trackingDays;
                case STREAK -> longest(facts);
            };
            long goal = badge.threshold() * (badge.unit() == Badge.Unit.HOURS ? 3_600L : 1);
            long progress = unlocked.containsKey(badge) ? 100 : Math.min(100, value * 100 / goal);
            badges.append(Words.badge(badge, (int) progress, unlocked.get(badge)));
        }
        return badges.toString();
    }

    private static int side(long value, String full) {
        return BigDecimal.valueOf(value * 100)
                .divide(new BigDecimal(full), 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(100))
                .intValueExact();
    }

    /** The sessions by local day, and within a day by instant. */
    private NavigableMap<LocalDate, NavigableMap<Instant, List<TestFact>>> sessionsByDay() {
        NavigableMap<LocalDate, NavigableMap<Instant, List<TestFact>>> days = new TreeMap<>();
        facts.stream()
                .filter(TestFact::isWatch)
                .forEach(fact -> days.computeIfAbsent(naive.dayOf(fact), day -> new TreeMap<>())
                        .computeIfAbsent(naive.instantOf(fact), at -> new ArrayList<>())
                        .add(fact));
        return days;
    }

    private static String watched(LocalDate day, Map.Entry<Instant, List<TestFact>> step) {
        return day + " " + step.getKey() + " " + precision(step.getValue(), fact -> true);
    }

    /** All of section 7 in words. */
    String words(Instant now) {
        LocalDate today = naive.today(now);
        NavigableMap<LocalDate, NavigableMap<Instant, List<TestFact>>> sessions = sessionsByDay();
        Set<LocalDate> active = active(facts);
        int trackingDays = (int)
                Math.max(0, today.toEpochDay() - new TreeSet<>(active).first().toEpochDay() + 1);
        long bits = facts.stream().mapToLong(TestFact::bits).sum();
        int last30 = last(30, today);
        return Words.lifetime(
                List.of(
                        (long) sessions(facts, fact -> true),
                        (long) sessions(facts, fact -> fact.length() != null || naive.counted(fact) > 0),
                        seconds(facts),
                        seconds(facts.stream()
                                .filter(fact -> fact.length() == null)
                                .toList())),
                sessions.isEmpty()
                        ? null
                        : watched(
                                sessions.firstKey(),
                                sessions.firstEntry().getValue().firstEntry()),
                sessions.isEmpty()
                        ? null
                        : watched(
                                sessions.lastKey(),
                                sessions.lastEntry().getValue().lastEntry()),
                List.of(
                        messages(facts),
                        messages(InteractionKind.CHAT),
                        messages(InteractionKind.SUBSCRIPTION),
                        messages(InteractionKind.CHEER),
                        messages(InteractionKind.GIFT),
                        messages(InteractionKind.RAID)),
                bits,
                List.of(trackingDays, active.size(), longest(facts), current(today)),
                last30 + " " + last(90, today) + " " + mostActiveMonth(),
                badges(now, trackingDays),
                List.of(
                        side(seconds(facts), "1800000"),
                        side(messages(facts), "2000"),
                        side(trackingDays, "365"),
                        side(last30, "30"),
                        side(bits, "10000"),
                        side(messages(InteractionKind.SUBSCRIPTION), "12")));
    }
}
