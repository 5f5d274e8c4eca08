package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.intake.Events;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.statistics.Fold;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import dev.streakline.persistence.announcement.PostgresAnnouncements;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Sabotage;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.PostgresHistories;
import dev.streakline.persistence.intake.FactBatch;
import dev.streakline.persistence.intake.PostgresFactLog;
import dev.streakline.persistence.name.Keys;
import dev.streakline.persistence.policy.PostgresPolicyVersions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * The protocol of ADR 6 for concurrent facts and folds: one transaction is played within another, on two connections,
 * so that nothing is left to chance. A transaction that waits for the other has lost. Each is also played with a wrong
 * protocol, which must be noticed.
 */
class ProtocolTest {

    private static final ViewerId ADA = new ViewerId("ada");
    private static final Selection DUE = new Selection.Due(Events.NOW);

    /** A store in which a scene is played. */
    private static final class Stage {

        private final Database database;
        private final PostgresFactLog log;
        private final PostgresStatistics statistics;
        private final PostgresAnnouncements announcements;

        private Stage(DataSource connections) {
            database = TestDatabase.over(connections);
            log = new PostgresFactLog(database);
            statistics = new PostgresStatistics(database, FoldVersion.ofThisRuntime(), 1);
            announcements = new PostgresAnnouncements(database);
        }

        private void send(ParseResult.Parsed... facts) {
            log.append(List.of(facts));
        }

        private Statistics.RefreshSummary fold(Selection selection) {
            return foldAnd(selection, () -> {});
        }

        /** Folds, and does something once, after a history was read and before its statistics are stored. */
        private Statistics.RefreshSummary foldAnd(Selection selection, Runnable meanwhile) {
            AtomicBoolean isDone = new AtomicBoolean();
            return statistics.refresh(
                    selection,
                    () -> snapshot -> {
                        if (!isDone.getAndSet(true)) {
                            elsewhere(meanwhile);
                        }
                        return new Fold(snapshot.catalogue().titles(), snapshot.policies())
                                .withChannels(snapshot.history());
                    },
                    Events.NOW);
        }

        /** Sends facts, and does something before they are committed. */
        private void sendAnd(List<ParseResult.Parsed> facts, Runnable meanwhile) {
            FactBatch factBatch = new FactBatch(facts);
            database.as(Scope.APP)
                    .useWrite(handle -> Keys.make(
                            handle, Keys.find(handle, factBatch.names()).missing()));
            database.as(Scope.APP).useWrite(handle -> {
                factBatch.append(handle, Keys.find(handle, factBatch.names()));
                elsewhere(meanwhile);
            });
        }

        /** Runs on another thread, and so on another connection; returns when it is done. */
        private static void elsewhere(Runnable what) {
            try {
                CompletableFuture.runAsync(what, task -> new Thread(task).start())
                        .join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failed.getCause();
            }
        }

        private int watchedDays() {
            return statistics.find(ADA).orElseThrow().statistics().watched().size();
        }
    }

    private static void succeeds(Consumer<Stage> scene) {
        scene.accept(new Stage(TestDatabase.create()));
    }

    private static void isNoticed(Consumer<Stage> scene, UnaryOperator<DataSource> sabotage) {
        Stage stage = new Stage(sabotage.apply(TestDatabase.create()));
        assertThatThrownBy(() -> scene.accept(stage))
                .isInstanceOfAny(AssertionError.class, StoreUnavailableException.class);
    }

    private static ParseResult.Parsed watch(String viewer, int day) {
        return Events.watch(viewer, "d" + day, "2024-06-%02dT20:00:00Z".formatted(day), "film");
    }

    /** Neither waits, and the fact's mark outlives the fold that did not see it. */
    private static void aFactArrivesWhileItsViewerIsFolded(Stage stage) {
        stage.send(watch("ada", 1));
        stage.foldAnd(DUE, () -> stage.send(watch("ada", 3)));
        assertThat(stage.statistics.find(ADA)).isEmpty();
        assertThat(stage.fold(DUE).viewers()).isEqualTo(1);
        assertThat(stage.watchedDays()).isEqualTo(2);
    }

    @Test
    void a_fact_that_arrives_while_its_viewer_is_folded_is_folded_next() {
        succeeds(ProtocolTest::aFactArrivesWhileItsViewerIsFolded);
    }

    @Test
    void a_fold_that_takes_marks_away_which_it_did_not_see_is_noticed() {
        isNoticed(ProtocolTest::aFactArrivesWhileItsViewerIsFolded, Sabotage::withoutSnapshots);
    }

    @Test
    void flags_in_the_rows_of_viewers_for_which_facts_wait_are_noticed() {
        isNoticed(ProtocolTest::aFactArrivesWhileItsViewerIsFolded, connections -> {
            Jdbi.create(connections)
                    .useHandle(handle ->
                            handle.execute("grant update (viewer_key) on streakline.viewer to streakline_app"));
            return Sabotage.replacing(connections, "insert into mark", """
                            with flagged as (
                                select viewer_key from viewer where viewer_key = any(?) for no key update)
                            insert into mark select viewer_key & 15, viewer_key from flagged
                            """);
        });
    }

    /** The one with the older snapshot finds the row changed, and folds again. */
    private static void twoFoldOneViewer(Stage stage) {
        stage.send(watch("ada", 2));
        stage.fold(DUE);
        twoFoldWhatIsNew(stage);
        assertThat(stage.watchedDays()).isEqualTo(3);
    }

    private static void twoFoldWhatIsNew(Stage stage) {
        stage.send(watch("ada", 1));
        stage.foldAnd(new Selection.All(), () -> {
            stage.send(watch("ada", 3));
            stage.fold(new Selection.All());
        });
        assertThat(stage.fold(DUE).viewers()).isZero();
    }

    @Test
    void the_older_of_two_folds_of_one_viewer_is_done_again() {
        succeeds(ProtocolTest::twoFoldOneViewer);
    }

    /** There is no row yet to find changed: the second finds one where it would insert its own. */
    @Test
    void the_older_of_two_first_folds_of_a_viewer_is_done_again() {
        succeeds(stage -> {
            twoFoldWhatIsNew(stage);
            assertThat(stage.watchedDays()).isEqualTo(2);
        });
    }

    @Test
    void a_fold_that_overwrites_what_came_of_more_facts_is_noticed() {
        isNoticed(ProtocolTest::twoFoldOneViewer, Sabotage::withoutSnapshots);
    }

    /** The same when the facts give the stored statistics: the mark alone must make the older fold step back. */
    private static void twoFoldAViewerOfWhomNothingChanges(Stage stage) {
        stage.send(watch("ada", 1), watch("ada", 3));
        stage.fold(DUE);
        stage.log.withdraw(watch("ada", 3).fact().id());
        stage.foldAnd(new Selection.All(), () -> {
            stage.send(Events.watch("ada", "again", "2024-06-03T20:00:00Z", "film"));
            stage.fold(new Selection.All());
        });
        assertThat(stage.watchedDays()).isEqualTo(2);
        assertThat(stage.fold(DUE).viewers()).isZero();
    }

    @Test
    void a_fold_that_finds_nothing_changed_still_makes_an_older_one_fold_again() {
        succeeds(ProtocolTest::twoFoldAViewerOfWhomNothingChanges);
    }

    /** Only after the title's fact was committed it is known who has watched it. */
    private static void aViewerIsFoldedWhileATitleChanges(Stage stage) {
        stage.sendAnd(List.of(Events.movie("film", "t")), () -> {
            stage.send(watch("ada", 1));
            stage.fold(DUE);
        });
        stage.fold(DUE);
        assertThat(stage.statistics
                        .find(ADA)
                        .orElseThrow()
                        .statistics()
                        .totals()
                        .movies())
                .isEqualTo(1);
    }

    @Test
    void a_viewer_who_is_folded_while_a_title_changes_is_folded_again() {
        succeeds(ProtocolTest::aViewerIsFoldedWhileATitleChanges);
    }

    @Test
    void a_title_fact_that_marks_viewers_itself_is_noticed() {
        isNoticed(
                ProtocolTest::aViewerIsFoldedWhileATitleChanges,
                connections -> Sabotage.replacing(
                        connections,
                        "insert into title_mark",
                        "insert into mark select distinct shard, viewer_key from fact where title_key = any(?)"));
    }

    /** Ada is of the first shard, and Bob of a later one, which is folded with the titles that were read for hers. */
    private static void aTitleChangesBetweenTheShardsOfOneFold(Stage stage) {
        stage.send(watch("ada", 1), watch("bob", 1));
        stage.fold(DUE);
        stage.foldAnd(new Selection.All(), () -> {
            stage.send(Events.movie("film", "t"));
            stage.fold(DUE);
        });
        assertThat(stage.statistics
                        .find(new ViewerId("bob"))
                        .orElseThrow()
                        .statistics()
                        .totals()
                        .movies())
                .isEqualTo(1);
    }

    @Test
    void a_title_that_changes_between_the_shards_of_one_fold_counts_as_it_is_now() {
        succeeds(ProtocolTest::aTitleChangesBetweenTheShardsOfOneFold);
    }

    @Test
    void titles_at_hand_that_nobody_looks_after_are_noticed() {
        isNoticed(
                ProtocolTest::aTitleChangesBetweenTheShardsOfOneFold,
                connections -> Sabotage.replacing(
                        connections, "select count(*) + count(*) filter (where withdrawn)", "select 0"));
    }

    /** Facts that mention a title while it changes mark their viewers themselves. */
    @Test
    void a_fact_on_its_way_while_a_title_changes_is_folded_with_the_title() {
        succeeds(stage -> {
            stage.sendAnd(List.of(watch("ada", 1)), () -> {
                stage.send(Events.movie("film", "t"));
                stage.fold(DUE);
            });
            stage.fold(DUE);
            assertThat(stage.statistics
                            .find(ADA)
                            .orElseThrow()
                            .statistics()
                            .totals()
                            .movies())
                    .isEqualTo(1);
        });
    }

    /** Two senders mention the same two viewers in opposite order. */
    private static void marksInOppositeOrder(Stage stage) {
        stage.send(watch("ada", 1), watch("bob", 1));
        stage.sendAnd(
                List.of(watch("ada", 2)),
                () -> stage.sendAnd(List.of(watch("bob", 3)), () -> {
                    stage.send(watch("ada", 4));
                    stage.send(watch("bob", 4));
                }));
        assertThat(stage.fold(DUE).viewers()).isEqualTo(2);
        assertThat(stage.watchedDays()).isEqualTo(3);
    }

    @Test
    void senders_of_the_same_viewers_in_opposite_order_do_not_wait_for_each_other() {
        succeeds(ProtocolTest::marksInOppositeOrder);
    }

    @Test
    void marks_that_are_one_row_a_viewer_are_noticed() {
        isNoticed(ProtocolTest::marksInOppositeOrder, connections -> {
            Jdbi.create(connections)
                    .useHandle(handle -> handle.execute("create unique index on streakline.mark (viewer_key)"));
            return Sabotage.replacing(connections, "insert into mark", """
                    insert into mark select viewer_key & 15, viewer_key from unnest(?) as viewer_key
                    on conflict (viewer_key) do update set shard = excluded.shard
                    """);
        });
    }

    @Test
    void a_viewer_forgotten_during_a_fold_stays_forgotten() {
        succeeds(stage -> {
            stage.send(watch("ada", 1));
            assertThat(stage.foldAnd(new Selection.All(), () -> stage.log.erase(ADA))
                            .viewers())
                    .isZero();
            assertThat(stage.statistics.find(ADA)).isEmpty();
            assertThat(stage.announcements.find(ADA)).isEmpty();
        });
    }

    @Test
    void a_viewer_in_another_fold_is_skipped_and_found_again_when_it_fails() {
        succeeds(stage -> {
            stage.send(watch("ada", 1));
            assertThatThrownBy(() -> stage.foldAnd(DUE, () -> {
                        assertThat(stage.fold(DUE).viewers()).isZero();
                        throw new CancellationException("the process dies here");
                    }))
                    .hasMessage("the process dies here");
            assertThat(stage.fold(DUE).viewers()).isEqualTo(1);
        });
    }

    @Test
    void policies_that_are_adopted_while_viewers_are_folded_make_them_due_again() {
        succeeds(stage -> {
            stage.send(watch("ada", 1));
            PostgresPolicyVersions policies = new PostgresPolicyVersions(stage.database);
            stage.foldAnd(
                    DUE,
                    () -> policies.adopt(new Policies(
                            DayStart.MIDNIGHT, new StreakPolicy(0, 2, 5), CompletionPolicy.DEFAULT, Ladder.DEFAULTS)));
            assertThat(stage.fold(DUE).viewers()).isEqualTo(1);
            assertThat(stage.statistics.find(ADA).orElseThrow().statistics())
                    .isEqualTo(new PostgresHistories(stage.database)
                            .history(ADA)
                            .map(snapshot ->
                                    new Fold(snapshot.catalogue().titles(), snapshot.policies()).of(snapshot.history()))
                            .orElseThrow());
        });
    }
}
