package dev.streakline.persistence.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedFoldsTest {

    private static final Selection DUE = new Selection.Due(Events.NOW);

    private final Database database = TestDatabase.open();
    private final PostgresFactLog log = new PostgresFactLog(database);
    private final PostgresStatistics statistics = new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 2);
    private final ViewerId ada = new ViewerId("ada");

    private Statistics.RefreshSummary keep(Error failure) {
        return statistics.refresh(
                DUE,
                () -> snapshot -> {
                    if (snapshot.history().to() - snapshot.history().from() == 2) {
                        throw failure;
                    }
                    return new Fold(snapshot.catalogue().titles(), snapshot.policies())
                            .withChannels(snapshot.history());
                },
                Events.NOW);
    }

    private static OutOfMemoryError outOfMemory() {
        return new OutOfMemoryError("Java heap space");
    }

    /** How long the viewer rests now, by the clock of the database, in whole minutes. */
    private long minutes() {
        return database.as(Scope.APP)
                .read(handle -> handle.createQuery(
                                "select round((try_at / 1000000.0 - extract(epoch from statement_timestamp())) / 60) from fold_failure")
                        .mapTo(Long.class)
                        .one());
    }

    private void let(Duration pass) {
        database.as(Scope.FOLD)
                .useFold(handle -> handle.createUpdate("update fold_failure set try_at = try_at - :micros")
                        .bind("micros", pass.toNanos() / 1_000)
                        .execute());
    }

    @Test
    void a_history_that_takes_all_memory_sets_its_viewer_aside_longer_each_time() {
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"),
                Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360}) {
            assertThat(keep(outOfMemory()).viewers()).isZero();
            assertThat(minutes()).isEqualTo(minutes);
            assertThat(keep(outOfMemory()).viewers()).isZero();
            assertThat(minutes()).isEqualTo(minutes);
            let(Duration.ofMinutes(minutes));
        }
        assertThat(statistics.timesSetAside()).isEqualTo(11);
        assertThat(statistics.failing())
                .extracting(Statistics.SetAside::failures)
                .containsExactly(11);
        log.append(List.of(Events.watch("ada", "3", "2024-06-12T20:00:00Z", "film")));
        assertThat(keep(outOfMemory()).viewers()).isEqualTo(1);
        assertThat(statistics.failing()).isEmpty();
        assertThat(statistics.find(ada)).isPresent();
    }

    @Test
    void of_many_viewers_of_all_shards_only_the_failing_stay_behind() {
        List<ParseResult.Parsed> facts = new ArrayList<>();
        for (int viewer = 0; viewer < 160; viewer++) {
            facts.add(Events.watch("viewer-" + viewer, "1", "2024-06-14T20:00:00Z", "film"));
        }
        for (int viewer : new int[] {3, 4, 100}) {
            facts.add(Events.watch("viewer-" + viewer, "2", "2024-06-13T20:00:00Z", "film"));
        }
        log.append(facts);
        assertThat(keep(outOfMemory()).viewers()).isEqualTo(157);
        assertThat(statistics.failing())
                .extracting(aside -> aside.viewer().value())
                .containsExactly("viewer-100", "viewer-3", "viewer-4");
    }

    @Test
    void the_forgotten_are_not_set_aside_any_more() {
        log.append(List.of(
                Events.watch("ada", "1", "2024-06-14T20:00:00Z", "film"),
                Events.watch("ada", "2", "2024-06-13T20:00:00Z", "film")));
        keep(outOfMemory());
        log.erase(ada);
        assertThat(statistics.failing()).isEmpty();
        assertThat(database.as(Scope.APP)
                        .<Long>read(handle -> handle.createQuery("select count(*) from fold_failure")
                                .mapTo(Long.class)
                                .one()))
                .isZero();
    }
}
