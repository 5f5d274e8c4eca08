package dev.streakline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ChannelFact;
import dev.streakline.application.fact.Fact;
import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.FactType;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.InteractionFact;
import dev.streakline.application.fact.Moment;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.PauseFact;
import dev.streakline.application.fact.RatingFact;
import dev.streakline.application.fact.TitleFact;
import dev.streakline.application.fact.ViewerFact;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.fact.WatchFact;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.EventReader;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.intake.RecordFacts;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.statistics.ViewerStatistics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoPlatformTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:34:56Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final DemoPlatform DEMO = new DemoPlatform(NOW);

    private static final InMemoryStore STORE = new InMemoryStore();
    private static final List<Map<String, Object>> EVENTS = new ArrayList<>();
    private static final List<Fact> FACTS = new ArrayList<>();
    private static final List<IngestResult> VERDICTS = new ArrayList<>();

    @BeforeAll
    static void takeIn() {
        EventReader eventReader = new EventReader(CLOCK);
        RecordFacts recording = new RecordFacts(eventReader, STORE.facts());
        DEMO.batches(DEMO.first()).forEachRemaining(batch -> {
            assertThat(batch).hasSizeBetween(1, 1_000);
            EVENTS.addAll(batch);
            batch.forEach(event -> FACTS.add(((ParseResult.Parsed) eventReader.read(event)).fact()));
            VERDICTS.addAll(recording.record(batch));
        });
    }

    private static <F extends Fact> Stream<F> facts(Class<F> type) {
        return FACTS.stream().filter(type::isInstance).map(type::cast);
    }

    private static <F extends Fact> Map<Object, Long> counts(Class<F> type, Function<F, Object> by) {
        return facts(type).collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static ViewerStatistics statistics(String viewer) {
        return new ReadHistory(STORE.histories(), CLOCK)
                .statistics(new ViewerId(viewer), AsOf.LIVE)
                .orElseThrow()
                .statistics();
    }

    private static Set<String> texts(DemoPlatform demo, LocalDate from) {
        Set<String> texts = new HashSet<>();
        demo.batches(from).forEachRemaining(batch -> batch.forEach(event -> texts.add(event.toString())));
        return texts;
    }

    @Test
    void everything_is_accepted() {
        assertThat(VERDICTS).hasSize(EVENTS.size()).containsOnly(IngestResult.accepted());
        assertThat(DEMO.count(DEMO.first())).isEqualTo(EVENTS.size());
    }

    @Test
    void there_is_as_much_as_was_promised() {
        Map<Object, Long> types = counts(Fact.class, Fact::type);
        assertThat(types)
                .containsOnlyKeys(
                        FactType.WATCH,
                        FactType.TITLE_DETAILS,
                        FactType.INTERACTION,
                        FactType.PAUSE,
                        FactType.RANKING_CHOICE,
                        FactType.CHANNEL_DETAILS,
                        FactType.RATING,
                        FactType.VIEWER_DETAILS);
        assertThat(facts(WatchFact.class)).hasSizeBetween(100_000, 150_000);
        assertThat(facts(ChannelFact.class)).hasSize(20);
        assertThat(facts(RatingFact.class)).hasSizeGreaterThan(1_000);
        assertThat(STORE.histories().viewers()).hasSize(240);
        assertThat(counts(ViewerFact.class, fact -> String.valueOf(fact.zone())))
                .hasSize(10);
        assertThat(facts(ViewerFact.class)).hasSizeGreaterThan(240 + 6 * 3);
        assertThat(counts(TitleFact.class, TitleFact::kind)).hasSize(4);
        assertThat(counts(InteractionFact.class, InteractionFact::kind))
                .containsOnlyKeys((Object[]) InteractionKind.values());
    }

    @Test
    void it_lasts_two_years_up_to_the_hour() {
        List<Instant> watched = facts(WatchFact.class)
                .map(fact -> ((Moment.AtInstant) fact.moment()).time())
                .sorted()
                .toList();
        assertThat(watched.get(0)).isBetween("2024-05-09T00:00:00Z", "2024-05-10T12:00:00Z");
        assertThat(watched.get(watched.size() - 1)).isBetween("2026-05-10T08:00:00Z", "2026-05-10T12:00:00Z");
    }

    @Test
    void pauses_are_declared_before_they_begin() {
        assertThat(facts(PauseFact.class))
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        pause -> assertThat(pause.time()).isBefore(pause.from().minusDays(2) + "T00:00:00Z"));
    }

    @Test
    void the_devoted_have_long_streaks_that_live_and_one_viewer_none() {
        assertThat(DEMO.devoted()).isEqualTo("ada-kaya");
        assertThat(statistics("ada-kaya").standing(NOW).currentStreak()).isGreaterThanOrEqualTo(730);
        Set<Integer> lengths = new TreeSet<>();
        for (ViewerId viewer : STORE.histories().viewers()) {
            lengths.add(statistics(viewer.value()).standing(NOW).currentStreak());
        }
        assertThat(lengths).hasSizeGreaterThan(20);
        assertThat(statistics("hugo-kaya").streaks().longest().orElseThrow().length())
                .isBetween(8, 9);
    }

    @Test
    void rankings_have_much_to_rank() {
        RefreshStatistics refreshStatistics = new RefreshStatistics(STORE.statistics(), STORE.rankings(), CLOCK);
        refreshStatistics.refresh(new Selection.All());
        assertThat(DEMO.channels()).hasSize(20).allSatisfy(channel -> {
            Ranking ranking =
                    STORE.rankings().find(new Population.OfChannel(channel)).orElseThrow();
            assertThat(ranking.watchTime().size()).isGreaterThan(50);
        });
        assertThat(STORE.rankings()
                        .find(Population.DEPLOYMENT)
                        .orElseThrow()
                        .watchTime()
                        .size())
                .isEqualTo(236);
        assertThat(DEMO.channels().stream()
                        .filter(channel -> STORE.rankings()
                                        .find(new Population.OfChannel(channel))
                                        .orElseThrow()
                                        .messages()
                                        .size()
                                > 50))
                .hasSizeGreaterThan(10);
    }

    @Test
    void what_is_liked_has_a_heavy_tail() {
        List<Long> titles = counts(WatchFact.class, fact -> String.valueOf(fact.title())).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(titles.get(0)).isGreaterThan(10 * titles.get(titles.size() / 2));
    }

    /** A change of the demo's content requires another source for its events: stores have them already. */
    @Test
    void the_same_instant_gives_the_same_events_on_every_java() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        new DemoPlatform(Instant.parse("2026-05-10T12:00:00Z"))
                .batches(DEMO.first())
                .forEachRemaining(batch ->
                        batch.forEach(event -> digest.update(event.toString().getBytes(StandardCharsets.UTF_8))));
        MessageDigest again = MessageDigest.getInstance("SHA-256");
        EVENTS.forEach(event -> again.update(event.toString().getBytes(StandardCharsets.UTF_8)));
        String hex = HexFormat.of().formatHex(digest.digest());
        assertThat(hex).isEqualTo(HexFormat.of().formatHex(again.digest()));
        assertThat(hex).isEqualTo("3b6d78cd5867959928d8626205e41f129296408b5d8e869159ecdf1e0ee7b0e5");
    }

    @Test
    void a_later_instant_gives_what_is_new_and_contradicts_nothing() {
        DemoPlatform later = new DemoPlatform(NOW.plusSeconds(5 * 86_400));
        LocalDate from = later.missingFrom(id -> STORE.facts().state(id) != FactLog.FactState.UNKNOWN);
        assertThat(from).isEqualTo("2026-05-09");
        Set<String> added = texts(later, from);
        assertThat(added).hasSizeBetween(800, 3_000);
        Set<String> both = texts(DEMO, DEMO.first());
        both.addAll(added);
        Set<String> wanted = texts(later, later.first());
        wanted.removeAll(both);
        assertThat(wanted).isEmpty();
    }

    @Test
    void what_was_cut_off_is_gone_on_with() {
        Set<FactId> known = new HashSet<>();
        FACTS.subList(0, 50_000).forEach(fact -> known.add(fact.id()));
        LocalDate from = DEMO.missingFrom(known::contains);
        Set<String> all = texts(DEMO, from);
        EVENTS.subList(0, 50_000).forEach(event -> all.add(event.toString()));
        assertThat(all).hasSize(EVENTS.size());
        assertThat(DEMO.missingFrom(id -> false)).isEqualTo(DEMO.first());
    }
}
