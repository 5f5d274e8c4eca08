package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a real server refuses, and the words for it. */
class RefusalsTest {

    private static void execute(DataSource connections, String statement) {
        Jdbi.create(connections).useHandle(handle -> handle.execute(statement));
    }

    @Test
    void no_connection_is_left() throws SQLException {
        DataSource connections = TestDatabase.createOfPlainUser(1);
        Database database = new Database(connections);
        try (Connection only = connections.getConnection()) {
            assertThat(only.isValid(1)).isTrue();
            assertThatThrownBy(() -> database.as(Scope.APP).<Integer>read(handle -> 1))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("The database has no connection left (FATAL: too many connections for role")
                    .hasMessageEndingWith("then run this again.");
        }
    }

    @Test
    void a_read_only_database_takes_no_facts_and_is_read() {
        DataSource connections = TestDatabase.createOfPlainUser();
        Database database = new Database(connections);
        database.migrate();
        assertThat(database.isWritable()).isTrue();
        execute(
                connections,
                "alter database %s set default_transaction_read_only = on"
                        .formatted(((PGSimpleDataSource) connections).getDatabaseName()));

        assertThatThrownBy(() -> database.as(Scope.APP)
                        .useAppend(handle -> handle.execute("insert into viewer (name) values ('ada')")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("The database is read-only (ERROR: cannot execute INSERT in a read-only");
        assertThat(database.isWritable()).isFalse();
        assertThat(database.as(Scope.APP)
                        .<Integer>read(handle -> handle.createQuery("select count(*) from viewer")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }

    @Test
    void a_statement_that_takes_too_long_is_not_taken_for_a_server_that_is_away() {
        Database database =
                new Database(TestDatabase.createOfPlainUser(), Duration.ofSeconds(1), Duration.ofMillis(50));
        assertThatThrownBy(() -> database.as(Scope.APP).read(handle -> handle.execute("select pg_sleep(5)")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("A statement took too long (ERROR: canceling statement");
    }

    @Test
    void a_transaction_that_pauses_too_long_is_not_taken_for_a_server_that_is_away() {
        Database database = new Database(TestDatabase.createOfPlainUser());
        assertThatThrownBy(() -> database.as(Scope.APP).read(handle -> {
                    handle.execute("set local idle_in_transaction_session_timeout = 50");
                    try {
                        TimeUnit.MILLISECONDS.sleep(300);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return handle.execute("select 1");
                }))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(
                        "A statement took too long (FATAL: terminating connection due to idle-in-transaction");
    }

    @Test
    void a_wrong_password_and_a_database_that_is_not_there_are_named() {
        PGSimpleDataSource wrong = (PGSimpleDataSource) TestDatabase.createOfPlainUser();
        wrong.setPassword("wrong");
        assertThatThrownBy(() -> new Database(wrong).as(Scope.APP).<Integer>read(handle -> 1))
                .hasMessageStartingWith("The database rejects the user (FATAL: password authentication failed");
        PGSimpleDataSource absent = (PGSimpleDataSource) TestDatabase.createOfPlainUser();
        absent.setDatabaseName("nowhere");
        assertThatThrownBy(() -> new Database(absent).as(Scope.APP).<Integer>read(handle -> 1))
                .hasMessageStartingWith("The database does not exist (FATAL: database \"nowhere\" does not exist)");
    }

    @Test
    void a_migration_that_was_changed_is_named() {
        DataSource connections = TestDatabase.createOfPlainUser();
        Database database = new Database(connections);
        assertThat(database.changedMigrations()).isEmpty();
        database.migrate();
        assertThat(database.changedMigrations()).isEmpty();
        execute(
                connections,
                "update streakline.flyway_schema_history set checksum = checksum + 1 where version in ('2', '4')");

        assertThat(database.changedMigrations()).hasSize(2).allMatch(each -> each.matches("migration [24] \\(.+\\)"));
        assertThatThrownBy(database::migrate)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("A migration of the database was changed: migration 2 (")
                .hasMessageContaining("Restore the database from a back-up");
    }
}
