package dev.streakline.persistence.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.statistics.Selection;
import dev.streakline.domain.ranking.Metric;
import dev.streakline.domain.viewing.WindowKind;
import dev.streakline.persistence.PostgresStreakline;
import dev.streakline.persistence.database.TestDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares every query for the fact that applies with {@link Fact#LATEST_LAST}, by which the store in memory decides.
 * Most of the generated facts share their instant, and many their source.
 */
class LatestFactTest {

    private static final List<ViewerId> VIEWERS =
            Stream.of("ada", "bob", "cem").map(ViewerId::new).toList();
    private static final List<String> TITLES = List.of("film", "part");

    /** Ascending by code point; neither by UTF-16 nor by any alphabet. */
    private static final List<String> NAMES = List.of("B", "a", "a ", "ä", "\uFFFD", "\uD83D\uDE00");

    private static final List<String> TIMES = List.of("2024-06-01T20:00:00Z", "2024-06-01T20:00:00.000001Z");
    private static final List<String> ZONES = List.of("UTC", "Asia/Tokyo", "Pacific/Apia", "America/New_York");

    private final InstantSource clock = InstantSource.fixed(Events.NOW);
    private final Streakline memory = Streakline.inMemory(clock);
    private final Streakline postgres = Streakline.over(PostgresStreakline.ports(TestDatabase.open(), 1), clock);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_fact_that_holds_is_the_same_in_sql_and_in_java(long seed) {
        List<ParseResult.Parsed> facts = facts(new Random(seed));
        for (Streakline streakline : List.of(memory, postgres)) {
            FactLog log = streakline.ports().facts();
            log.append(facts);
            facts.stream()
                    .filter(fact -> fact.digest().hashCode() % 3 == 0)
                    .forEach(fact -> log.withdraw(fact.fact().id()));
            streakline.refreshStatistics().refresh(new Selection.All());
        }
        assertThat(ofAll(postgres)).isEqualTo(ofAll(memory));
        for (ViewerId viewer : VIEWERS) {
            assertThat(of(viewer, postgres)).isEqualTo(of(viewer, memory));
        }
    }

    /** Who is ranked, and every display name. */
    private static List<?> ofAll(Streakline streakline) {
        StorePorts ports = streakline.ports();
        List<Long> keys = VIEWERS.stream()
                .map(viewer -> ports.rankings().key(viewer).orElseThrow())
                .toList();
        return List.of(
                streakline.showRanking().show(Population.DEPLOYMENT, Metric.WATCH_TIME, null, 10, null),
                Set.copyOf(ports.rankings().profilesOf(keys).values()));
    }

    /** The profile; zones, pauses and titles of the whole history; titles and their channels of the last fold. */
    private static List<?> of(ViewerId viewer, Streakline streakline) {
        StorePorts ports = streakline.ports();
        Histories.ViewerSnapshot snapshot = ports.histories().history(viewer).orElseThrow();
        return List.of(
                ports.profiles().find(viewer, Events.NOW),
                snapshot.history().zones().changes(),
                snapshot.history().pauses(),
                streakline.showViewingTime().show(viewer, WindowKind.ALL, AsOf.LIVE),
                ports.statistics().find(viewer),
                ports.lifetimes().findAll(viewer));
    }

    private static List<ParseResult.Parsed> facts(Random random) {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (ViewerId viewer : VIEWERS) {
            for (String title : TITLES) {
                facts.add(Events.read(Events.event(
                        "watch", viewer.value(), "w-" + title, "2024-06-02T03:00:00Z", Map.of("title", title))));
            }
            for (String type : List.of("viewer", "ranking-choice", "pause")) {
                add(facts, type, viewer.value(), random);
            }
        }
        TITLES.forEach(title -> add(facts, "title", title, random));
        return facts;
    }

    /** Twelve facts of several sources, ids and contents. */
    private static void add(List<ParseResult.Parsed> facts, String type, String subject, Random random) {
        Set<List<String>> taken = new HashSet<>();
        while (taken.size() < 12) {
            String source = oneOf(NAMES.subList(0, random.nextInt(1, NAMES.size() + 1)), random);
            String id = type + oneOf(NAMES, random);
            if (taken.add(List.of(source, id))) {
                Map<String, Object> data = data(type, taken.size(), random);
                Map<String, Object> event = new HashMap<>(Events.event(type, subject, id, oneOf(TIMES, random), data));
                event.put("source", source);
                facts.add(Events.read(event));
            }
        }
    }

    private static Map<String, Object> data(String type, int number, Random random) {
        return switch (type) {
            case "viewer" ->
                Map.of(
                        "zone",
                        oneOf(ZONES, random),
                        "name",
                        number % 3 == 0 ? "" : "name " + number,
                        "email",
                        number + "@b");
            case "ranking-choice" -> Map.of("listed", random.nextBoolean());
            case "pause" -> Map.of("from", "2024-06-03", "to", "2024-06-%02d".formatted(number + 3));
            default ->
                Map.of(
                        "kind",
                        oneOf(List.of("movie", "episode", "video"), random),
                        "name",
                        "title " + number,
                        "show",
                        "show " + number,
                        "genres",
                        List.of("genre " + number),
                        "runtimeSeconds",
                        600 + number,
                        "channel",
                        "channel " + number);
        };
    }

    private static <T> T oneOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
