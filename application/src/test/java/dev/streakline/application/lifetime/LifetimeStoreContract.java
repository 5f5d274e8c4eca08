package dev.streakline.application.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.history.Histories;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.lifetime.ChannelsView.ChannelView;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.Lives;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.statistics.Fold;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LifetimeStore} promises, through the use case that keeps statistics. */
public abstract class LifetimeStoreContract {

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param statistics of the same store
     * @param histories of the same store
     * @param rankings of the same store
     * @param lifetimes is held to the contract
     */
    public record Store(
            FactLog log, Statistics statistics, Histories histories, Rankings rankings, LifetimeStore lifetimes) {}

    private Store store;
    private FactLog log;
    private LifetimeStore lifetimes;
    private final ViewerId ada = new ViewerId("ada");

    @BeforeEach
    void open() {
        store = store();
        log = store.log();
        lifetimes = store.lifetimes();
    }

    private RefreshStatistics keeping(Instant now) {
        return new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(now));
    }

    private void keep(Instant now) {
        keeping(now).refresh(new Selection.Due(now));
    }

    private void keep() {
        keep(Events.NOW);
    }

    private ChannelStatistics on(String channel) {
        return lifetimes.find(ada, channel).orElseThrow().channel();
    }

    private static ParseResult.Parsed title(String title, String channel, String id) {
        return Events.read(Events.event(
                "title",
                title,
                id,
                "2024-01-01T00:00:00Z",
                Map.of("kind", "video", "name", title, "runtimeSeconds", 600, "channel", channel)));
    }

    @Test
    void nothing_is_kept_before_the_first_fold_nor_while_a_fact_waits_for_one() {
        log.append(List.of(Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60)));
        assertThat(lifetimes.find(ada, "c1")).isEmpty();
        assertThat(lifetimes.findAll(ada)).isEmpty();
        keep();
        assertThat(on("c1").watchTime().seconds()).isEqualTo(60);
        log.append(List.of(Events.chat("c1", "ada", "2", "2024-06-14T20:00:00Z")));
        assertThat(lifetimes.find(ada, "c1")).isEmpty();
        assertThat(lifetimes.findAll(ada)).isEmpty();
        keep();
        assertThat(on("c1").messages().total()).isEqualTo(1);
        assertThat(lifetimes.find(new ViewerId("bob"), "c1")).isEmpty();
    }

    @Test
    void it_comes_with_the_viewer_and_the_ranking() {
        log.append(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60),
                Events.watchOn("c1", "bob", "1", "2024-06-14T20:00:00Z", 90)));
        keep();
        LifetimeStore.OnOneChannel kept = lifetimes.find(ada, "c1").orElseThrow();
        assertThat(kept.viewer()).isEqualTo(store.statistics().find(ada).orElseThrow());
        assertThat(kept.viewerKey()).isEqualTo(store.rankings().key(ada).orElseThrow());
        assertThat(kept.ranking())
                .isEqualTo(store.rankings().find(new Population.OfChannel("c1")).orElseThrow());
        log.append(List.of(Events.watchOn("c1", "bob", "2", "2024-06-14T20:00:00Z", 90)));
        keep();
        assertThat(lifetimes.find(ada, "c1").orElseThrow().ranking())
                .isEqualTo(store.rankings().find(new Population.OfChannel("c1")).orElseThrow());
    }

    @Test
    void on_a_channel_that_is_unknown_or_of_others_nothing_was_watched() {
        log.append(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60),
                Events.watchOn("c2", "bob", "1", "2024-06-14T20:00:00Z", 90)));
        keep();
        assertThat(on("c2")).isEqualTo(ChannelStatistics.NONE);
        assertThat(on("none")).isEqualTo(ChannelStatistics.NONE);
        assertThat(lifetimes.find(ada, "none").orElseThrow().ranking()).isNull();
        assertThat(lifetimes.findAll(ada).orElseThrow().channels()).containsOnlyKeys("c1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void channels_come_in_parts_in_the_order_of_their_places(int most) {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            facts.add(Events.watchOn("c" + i, "ada", "a" + i, "2024-06-14T20:00:00Z", 60 * (i % 3)));
            facts.add(Events.watchOn("c" + i % 5, "ada", "b" + i, "2024-06-13T20:00:00Z", 0));
        }
        log.append(facts);
        keep();
        List<String> all = new ShowChannels(new ReadHistory(store.histories(), () -> Events.NOW), lifetimes)
                .show(ada, AsOf.LIVE).orElseThrow().items().stream()
                        .map(ChannelView::channel)
                        .toList();
        ShowChannels pages = new ShowChannels(new ReadHistory(store.histories(), () -> Events.NOW), lifetimes);
        List<String> inParts = new ArrayList<>();
        String cursor = null;
        do {
            ChannelsView page = pages.page(ada, cursor, most).orElseThrow();
            assertThat(page.items()).hasSizeBetween(1, most);
            page.items().forEach(channel -> inParts.add(channel.channel()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(inParts).hasSize(12).isEqualTo(all);
    }

    @Test
    void a_session_that_names_no_channel_is_on_that_of_its_title_as_known_today() {
        log.append(List.of(Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film")));
        keep();
        assertThat(lifetimes.findAll(ada).orElseThrow().channels()).isEmpty();
        ParseResult.Parsed fact = title("film", "c7", "t");
        log.append(List.of(fact));
        keep();
        assertThat(on("c7").watchTime().seconds()).isEqualTo(600);
        log.withdraw(fact.fact().id());
        keep();
        assertThat(lifetimes.findAll(ada).orElseThrow().channels()).isEmpty();
    }

    @Test
    void a_channel_without_facts_no_longer_belongs_to_the_viewer() {
        ParseResult.Parsed fact = Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60);
        log.append(List.of(fact, Events.watchOn("c2", "ada", "2", "2024-06-14T20:00:00Z", 60)));
        keep();
        log.withdraw(fact.fact().id());
        keep();
        assertThat(lifetimes.findAll(ada).orElseThrow().channels()).containsOnlyKeys("c2");
        assertThat(on("c1")).isEqualTo(ChannelStatistics.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_kept_is_what_a_fold_of_the_history_gives(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            List<ParseResult.Parsed> life = new ArrayList<>(Lives.of("ada", random));
            life.addAll(Lives.lately("ada", random));
            log.append(life);
            keep();
            Histories.ViewerSnapshot snapshot = store.histories().history(ada).orElseThrow();
            Map<String, ChannelStatistics> expected = new HashMap<>();
            new Fold(snapshot.catalogue().titles(), snapshot.policies())
                    .withChannels(snapshot.history())
                    .channels()
                    .forEach(on -> expected.put(snapshot.catalogue().channels().nameOf(on.channel()), on.statistics()));
            assertThat(lifetimes.findAll(ada).orElseThrow().channels()).isEqualTo(expected);
            expected.forEach((channel, statistics) -> assertThat(on(channel)).isEqualTo(statistics));
            assertThat(expected).isNotEmpty();
        }
        assertThat(keeping(Events.NOW).verify(new Selection.All()).different()).isEmpty();
    }

    @Test
    void viewers_on_a_channel_or_marked_are_folded_with_it_and_it_is_ranked_again() {
        log.append(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60),
                Events.watchOn("c2", "bob", "1", "2024-06-14T20:00:00Z", 60)));
        keep();
        Selection onChannel = new Selection.WatchersOf("c1");
        RefreshStatistics later = keeping(Events.NOW.plusSeconds(60));
        assertThat(later.refresh(onChannel)).isEqualTo(new Statistics.RefreshSummary(1, 0, 0));
        assertThat(rankedAt("c1")).isEqualTo(Events.NOW.plusSeconds(60));
        assertThat(rankedAt("c2")).isEqualTo(Events.NOW);
        log.append(List.of(Events.watchOn("c2", "cem", "1", "2024-06-14T20:00:00Z", 60)));
        assertThat(later.verify(onChannel)).isEqualTo(new Statistics.StoreComparison(2, 1, List.of(), List.of()));
        assertThat(later.refresh(onChannel)).isEqualTo(new Statistics.RefreshSummary(2, 1, 0));
        assertThat(rankedAt("c2")).isEqualTo(Events.NOW.plusSeconds(60));
        assertThat(later.refresh(new Selection.WatchersOf("none"))).isEqualTo(Statistics.RefreshSummary.NOTHING);
    }

    private Instant rankedAt(String channel) {
        return store.rankings()
                .find(new Population.OfChannel(channel))
                .orElseThrow()
                .asOf();
    }

    @Test
    void nothing_is_kept_of_the_forgotten() {
        log.append(List.of(Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60)));
        keep();
        log.erase(ada);
        assertThat(lifetimes.find(ada, "c1")).isEmpty();
        assertThat(lifetimes.findAll(ada)).isEmpty();
        log.append(List.of(Events.chat("c1", "ada", "2", "2024-01-14T20:00:00Z")));
        keep();
        assertThat(on("c1").watchTime().seconds()).isZero();
    }
}
