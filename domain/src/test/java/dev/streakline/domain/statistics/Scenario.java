package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random history of a viewer in unusual zones, made from a seed: dense runs and gaps, many facts at one instant,
 * date-only facts, unknown lengths, ranges and channels. Also interactions one by one and by the hundred, moves,
 * pauses, freezes, late starts of the day, and facts a few minutes ahead.
 */
record Scenario(
        List<TestFact> facts,
        List<TitleDetails> titles,
        List<ZoneChange> zones,
        List<Pause> pauses,
        Policies policies,
        Instant now) {

    private static final List<Place> PLACES = List.of(
            new Place("Africa/Cairo", LocalDate.of(2023, 4, 10)),
            new Place("America/Sao_Paulo", LocalDate.of(2018, 10, 20)),
            new Place("Pacific/Apia", LocalDate.of(2011, 12, 10)),
            new Place("America/St_Johns", LocalDate.of(2010, 10, 20)),
            new Place("Asia/Kathmandu", LocalDate.of(2024, 2, 10)),
            new Place("Europe/Berlin", LocalDate.of(2024, 3, 15)),
            new Place("Europe/Berlin", LocalDate.of(2023, 10, 10)),
            new Place("UTC", LocalDate.of(2023, 12, 10)));
    private static final List<String> DESTINATIONS =
            List.of("Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin", "America/St_Johns");
    private static final List<LocalTime> DAY_STARTS = List.of(
            LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(4, 0), LocalTime.of(6, 0));
    private static final int SPAN = 45;
    private static final int CHANNELS = 3;

    private record Place(String zone, LocalDate first) {}

    static Scenario of(long seed) {
        Random random = new Random(seed);
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        Instant start = place.first().atStartOfDay(ZoneOffset.UTC).toInstant();
        List<ZoneChange> zones = new ArrayList<>();
        if (random.nextInt(10) > 0) {
            zones.add(new ZoneChange(start, ZoneId.of(place.zone())));
        }
        for (int move = random.nextInt(3) * random.nextInt(2); move > 0; move--) {
            zones.add(new ZoneChange(
                    start.plus(1 + random.nextInt(SPAN * 1_440), ChronoUnit.MINUTES),
                    ZoneId.of(DESTINATIONS.get(random.nextInt(DESTINATIONS.size())))));
        }
        List<TitleDetails> titles = titles(random);
        Instant now = start.plus(random.nextInt((SPAN + 20) * 1_440), ChronoUnit.MINUTES);
        StreakPolicy streaks = new StreakPolicy(
                random.nextInt(3) == 0 ? 600 : 0, random.nextInt(2) * random.nextInt(4), 1 + random.nextInt(7));
        return new Scenario(
                facts(random, start, now, titles.size()),
                titles,
                zones,
                pauses(random, place.first(), start),
                new Policies(
                        new DayStart(DAY_STARTS.get(random.nextInt(DAY_STARTS.size()))),
                        streaks,
                        CompletionPolicy.DEFAULT,
                        Ladder.DEFAULTS),
                now);
    }

    private static List<TitleDetails> titles(Random random) {
        List<TitleDetails> titles = new ArrayList<>();
        List<String> genres = List.of("Drama", "drama", "\uFF5E", "\uD835\uDD04", "unknown");
        for (int i = 0; i < 30; i++) {
            List<String> some = new ArrayList<>(genres);
            Collections.shuffle(some, random);
            TitleKind kind = TitleKind.values()[random.nextInt(5)];
            titles.add(
                    kind == TitleKind.UNKNOWN
                            ? TitleDetails.UNKNOWN
                            : new TitleDetails(
                                    kind,
                                    random.nextBoolean() ? "show " + random.nextInt(12) : null,
                                    some.subList(0, random.nextInt(4)),
                                    random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(2_000)));
        }
        return titles;
    }

    private static List<TestFact> facts(Random random, Instant start, Instant now, int titles) {
        List<TestFact> facts = new ArrayList<>();
        Duration lived = Duration.between(start, now.plus(5, ChronoUnit.MINUTES));
        double density = random.nextDouble();
        Instant last = start;
        for (int day = 0; day <= lived.toDays() && day < SPAN; day++) {
            for (int n = random.nextDouble() < density ? 1 + random.nextInt(3) : 0; n > 0; n--) {
                boolean again = random.nextInt(6) == 0;
                Instant time = again ? last : start.plus(Duration.ofDays(day)).plusMillis(random.nextInt(86_400_000));
                if (!time.isAfter(now.plus(5, ChronoUnit.MINUTES))) {
                    last = time;
                    TestFact fact = fact(random, facts.size(), time, titles);
                    facts.add(fact);
                    for (int more = random.nextInt(40) == 0 && !fact.isWatch() ? 110 : 0; more > 0; more--) {
                        facts.add(fact.again(facts.size()));
                    }
                }
            }
        }
        if (random.nextInt(4) == 0) {
            facts.add(fact(random, facts.size(), now.plusSeconds(random.nextInt(300)), titles));
        }
        return facts;
    }

    private static TestFact fact(Random random, int id, Instant time, int titles) {
        boolean isInteraction = random.nextInt(5) == 0;
        boolean dateOnly = !isInteraction && random.nextInt(8) == 0;
        boolean ranged = random.nextInt(3) == 0;
        int from = ranged ? random.nextInt(1_500) : 0;
        return new TestFact(
                id,
                dateOnly ? null : time,
                dateOnly ? time.atOffset(ZoneOffset.UTC).toLocalDate() : null,
                random.nextInt(10) == 0 ? Titles.NONE : random.nextInt(titles),
                random.nextInt(5) == 0 ? null : random.nextInt(random.nextInt(15) == 0 ? 40_000 : 1_500),
                from,
                ranged ? from + 1 + random.nextInt(1_500) : 0,
                Completed.values()[random.nextInt(10) < 7 ? 0 : 1 + random.nextInt(2)],
                isInteraction || random.nextBoolean() ? random.nextInt(CHANNELS) : NameIndex.NONE,
                random.nextInt(4) - 1,
                random.nextInt(4) == 0 ? random.nextInt(5) : NameIndex.NONE,
                isInteraction ? InteractionKind.values()[random.nextInt(5)] : null,
                isInteraction ? random.nextInt(2) * random.nextInt(900) : 0);
    }

    private static List<Pause> pauses(Random random, LocalDate first, Instant start) {
        List<Pause> pauses = new ArrayList<>();
        for (int n = random.nextInt(2) * random.nextInt(4); n > 0; n--) {
            LocalDate from = first.plusDays(random.nextInt(SPAN));
            LocalDate to = from.plusDays(random.nextInt(12));
            pauses.add(new Pause(start.plus(random.nextInt(SPAN * 24), ChronoUnit.HOURS), from, to));
            if (random.nextBoolean()) {
                pauses.add(new Pause(
                        start.plus(random.nextInt(SPAN * 24), ChronoUnit.HOURS),
                        from,
                        from.plusDays(random.nextInt(9))));
            }
        }
        pauses.sort((a, b) -> a.declaredAt().compareTo(b.declaredAt()));
        return pauses;
    }

    /** The channel of a title; one more than facts name has only titles. */
    static int channelOfTitle(int title) {
        return title < 0 || title % 3 == 0 ? NameIndex.NONE : title % (CHANNELS + 1);
    }

    Titles catalogue() {
        Titles.Builder catalogue = new Titles.Builder();
        for (int title = titles.size() - 1; title >= 0; title--) {
            catalogue.describe(title, titles.get(title));
            if (channelOfTitle(title) != NameIndex.NONE) {
                catalogue.onChannel(title, channelOfTitle(title));
            }
        }
        return catalogue.build();
    }

    static NameIndex platforms() {
        NameIndex platforms = new NameIndex();
        List.of("tv", "phone", "unknown").forEach(platforms::keyOf);
        return platforms;
    }

    /** The history as in a store after the facts came twice, in any order, between those of other viewers. */
    ViewerHistory shuffled(long seed) {
        Random random = new Random(seed);
        List<TestFact> sent = new ArrayList<>(facts);
        sent.addAll(facts);
        Collections.shuffle(sent, random);
        Map<Integer, TestFact> stored = new LinkedHashMap<>();
        sent.forEach(fact -> stored.putIfAbsent(fact.id(), fact));
        FactColumns columns = new FactColumns(0);
        int before = random.nextInt(3);
        for (int other = 0; other < before; other++) {
            columns.watch(EpochMicros.of(now), 0, 100, Completed.YES);
        }
        stored.values().forEach(fact -> append(columns, fact));
        int end = columns.size();
        columns.watch(EpochMicros.of(now), 1, 100, Completed.YES);
        return new ViewerHistory(columns, before, end, ZoneTimeline.of(zones), pauses);
    }

    private static void append(FactColumns columns, TestFact fact) {
        int stated = fact.seconds() == null ? FactColumns.UNKNOWN_SECONDS : fact.seconds();
        if (fact.interaction() != null && fact.time() != null) {
            columns.interaction(EpochMicros.of(fact.time()), fact.channel(), fact.interaction(), fact.bits());
            return;
        } else if (fact.time() != null) {
            columns.watch(EpochMicros.of(fact.time()), fact.title(), stated, fact.completed());
        } else if (fact.date() != null) {
            columns.watchOn((int) fact.date().toEpochDay(), fact.title(), stated, fact.completed());
        }
        if (fact.hasRange()) {
            columns.ofRange(fact.from(), fact.to());
        }
        if (fact.channel() != NameIndex.NONE) {
            columns.onChannel(fact.channel());
        }
        columns.onPlatform(fact.platform());
        columns.inSession(fact.session());
    }
}
