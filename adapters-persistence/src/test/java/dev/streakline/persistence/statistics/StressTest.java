package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.FactId;
import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.FactBatch;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.name.Keys;
import dev.streakline.persistence.ranking.PostgresRankings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three threads send, withdraw and fail, three fold, all at once; afterwards all statistics are those that a store in
 * memory computes from the active facts. {@code -Dstress.seconds=60} for longer, {@code -Dstress.seed} for another
 * course.
 */
class StressTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("stress.seconds", 5));
    private static final long SEED = Long.getLong("stress.seed", 1);
    private static final int VIEWERS = 40;
    private static final int TITLES = 12;

    /** As patient as in production: on a busy machine one waits for another's transaction longer than a second. */
    private final Database database = new Database(TestDatabase.pooled(TestDatabase.create()));

    private final FactLog log = new PostgresFactLog(database);
    private final PostgresStatistics statistics = new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2);
    private final RefreshStatistics refreshStatistics =
            new RefreshStatistics(statistics, new PostgresRankings(database), InstantSource.fixed(Events.NOW));

    /** What was answered: accepted and not withdrawn. */
    private final Map<FactId, ParseResult.Parsed> accepted = new ConcurrentHashMap<>();

    private final Set<FactId> withdrawn = ConcurrentHashMap.newKeySet();

    @Test
    void statistics_are_those_of_the_facts_that_count() throws Exception {
        stress(LENGTH);
    }

    @Test
    @Tag("exhaustive")
    void statistics_are_those_of_the_facts_that_count_after_ten_minutes() throws Exception {
        stress(Duration.ofMinutes(10));
    }

    private void stress(Duration length) throws Exception {
        Instant end = Instant.now().plus(length);
        ExecutorService executor = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(SEED);
            for (int i = 0; i < 3; i++) {
                SplittableRandom own = random.split();
                all.add(executor.submit(() -> until(end, () -> send(own))));
                Selection selection = i == 0 ? new Selection.All() : new Selection.Due(Events.NOW);
                all.add(executor.submit(() -> until(end, () -> refreshStatistics.refresh(selection))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
        refreshStatistics.refresh(new Selection.Due(Events.NOW));
        assertThat(refreshStatistics.verify(new Selection.All()).pending()).isZero();
        assertThat(refreshStatistics.verify(new Selection.All()).different()).isEmpty();
        assertThat(kept(statistics)).isEqualTo(kept(inMemory()));
    }

    private static void until(Instant end, Runnable work) {
        while (Instant.now().isBefore(end)) {
            work.run();
        }
    }

    private void send(SplittableRandom random) {
        List<ParseResult.Parsed> batch = IntStream.range(0, random.nextInt(1, 40))
                .mapToObj(each -> fact(random))
                .toList();
        int chance = random.nextInt(10);
        if (chance == 0) {
            roll(batch);
        } else if (chance == 1) {
            FactId id = batch.get(0).fact().id();
            if (log.withdraw(id) == FactLog.FactState.ACTIVE) {
                withdrawn.add(id);
            }
        } else {
            List<IngestResult> results = log.append(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (results.get(i).equals(IngestResult.accepted())) {
                    assertThat(accepted.put(batch.get(i).fact().id(), batch.get(i)))
                            .isNull();
                }
            }
        }
    }

    /** Appends and then fails: nothing of it may stay. */
    private void roll(List<ParseResult.Parsed> facts) {
        FactBatch factBatch = new FactBatch(facts);
        try {
            database.as(Scope.APP).useWrite(handle -> {
                Keys keys = Keys.find(handle, factBatch.names());
                if (keys.missing().isEmpty()) {
                    factBatch.append(handle, keys);
                }
                throw new RolledBackException();
            });
        } catch (RolledBackException expected) {
            assertThat(expected).hasNoCause();
        }
    }

    private static final class RolledBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Few ids, so that many are sent twice, with the same content or another. */
    private static ParseResult.Parsed fact(SplittableRandom random) {
        String title = "title-" + random.nextInt(TITLES);
        if (random.nextInt(40) == 0) {
            return Events.read(Events.event(
                    "title",
                    title,
                    "t" + random.nextInt(1_000),
                    "2024-01-01T00:%02d:00Z".formatted(random.nextInt(60)),
                    Map.of("kind", random.nextInt(2) == 0 ? "movie" : "video", "name", title, "runtimeSeconds", 600)));
        }
        int day = random.nextInt(1, 29);
        return Events.watch(
                "viewer-" + random.nextInt(VIEWERS),
                "w" + random.nextInt(3_000),
                "2024-%02d-%02dT%02d:00:00Z".formatted(random.nextInt(1, 6), day, day % 24),
                title);
    }

    private Statistics inMemory() {
        InMemoryStore store = new InMemoryStore();
        store.facts().append(List.copyOf(accepted.values()));
        withdrawn.forEach(store.facts()::withdraw);
        new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(Events.NOW))
                .refresh(new Selection.All());
        return store.statistics();
    }

    private static List<?> kept(Statistics statistics) {
        return IntStream.range(0, VIEWERS)
                .mapToObj(i -> statistics.find(new ViewerId("viewer-" + i)))
                .toList();
    }
}
