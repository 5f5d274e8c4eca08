package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.intake.IntakeRuleVersions;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.persistence.intake.PostgresIntakeRules;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Stores that earlier versions have filled. */
class MigrationsTest {

    private final DataSource connections = TestDatabase.createOfPlainUser();
    private final Jdbi store = Jdbi.create(connections);

    /** As the version was that had this migration last. */
    private void migrateTo(String version) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(connections)
                .schemas(Database.SCHEMA)
                .defaultSchema(Database.SCHEMA)
                .locations(Database.MIGRATIONS)
                .skipDefaultCallbacks(true)
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String command) {
        store.useHandle(handle -> handle.execute(command));
    }

    @Test
    void statistics_that_stood_in_the_rows_of_viewers_are_kept() {
        migrateTo("3");
        execute("""
                insert into streakline.viewer (name, statistics, digest, stamp, next_change_at)
                select 'viewer-' || i, decode(to_hex(16 + i), 'hex'), md5(i::text)::uuid, 7, nullif(i, 3) * 1000
                from generate_series(1, 40) i
                """);
        execute("insert into streakline.viewer (name) values ('not folded yet')");
        TestDatabase.over(connections).migrate();
        assertThat(number("select count(*) from streakline.viewer_statistics")).isEqualTo(40);
        assertThat(number("""
                        select count(*) from streakline.viewer_statistics kept join streakline.viewer using (viewer_key)
                        where shard = viewer_key & 15 and stamp = 7
                            and statistics = decode(to_hex(16 + split_part(name, '-', 2)::int), 'hex')
                            and digest = md5(split_part(name, '-', 2))::uuid
                            and next_change_at is not distinct from nullif(split_part(name, '-', 2)::int, 3) * 1000
                        """)).isEqualTo(40);
    }

    @Test
    void a_store_with_facts_stays_open_to_its_viewers_and_says_so_once() {
        migrateTo("6");
        execute("insert into streakline.viewer (name) values ('ada')");
        execute("""
                insert into streakline.fact (shard, viewer_key, identity, content, type, source_key, id)
                select viewer_key & 15, viewer_key, md5('1')::uuid, md5('1')::uuid, 1, 1, '1' from streakline.viewer
                """);
        Database database = TestDatabase.over(connections);
        database.migrate();
        PostgresIntakeRules rules = new PostgresIntakeRules(database);
        assertThat(rules.current()).isEqualTo(new IntakeRuleVersions.IntakeRuleVersion(1, IntakeRules.PERSONAL));
        assertThat(rules.takeNoticeOfViewerFacts()).isTrue();
        assertThat(rules.takeNoticeOfViewerFacts()).isFalse();
    }

    @Test
    void a_store_without_facts_is_closed_to_viewers_and_says_nothing() {
        migrateTo("6");
        Database database = TestDatabase.over(connections);
        database.migrate();
        PostgresIntakeRules rules = new PostgresIntakeRules(database);
        assertThat(rules.current().rules()).isEqualTo(IntakeRules.DEFAULT);
        assertThat(rules.takeNoticeOfViewerFacts()).isFalse();
    }

    private long number(String query) {
        return store.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
