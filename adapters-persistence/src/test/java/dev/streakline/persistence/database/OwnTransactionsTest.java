package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.IngestResult;
import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.persistence.intake.PostgresFactLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTransactionsTest {

    private final DataSource plain = TestDatabase.create();
    private final ParseResult.Parsed fact = Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film");

    private FactLog.FactState stored() {
        return new PostgresFactLog(TestDatabase.over(plain)).state(fact.fact().id());
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, true", "true, false"})
    void a_connection_is_set_as_it_is_needed_and_given_back_as_it_was(boolean autoCommit, boolean readOnly)
            throws SQLException {
        try (Connection connection = plain.getConnection()) {
            connection.setAutoCommit(autoCommit);
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            Connection kept = ForeignConnections.without(connection, Set.of("close"));
            Database database = TestDatabase.over(ForeignConnections.handing(() -> kept));
            assertThat(new PostgresFactLog(database).append(List.of(fact))).containsExactly(IngestResult.accepted());
            assertThat(database.as(Scope.APP).query("select 1", row -> row.getInt(1)))
                    .contains(1);
            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(connection.isReadOnly()).isEqualTo(readOnly);
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        assertThat(stored()).isEqualTo(FactLog.FactState.ACTIVE);
    }

    @Test
    void a_schema_is_made_over_connections_without_autocommit() {
        DataSource empty = TestDatabase.createOfPlainUser();
        TestDatabase.over(ForeignConnections.withoutAutocommit(empty)).migrate();
        assertThat(TestDatabase.over(empty).pendingMigrations()).isEmpty();
    }

    @Test
    void a_connection_in_a_transaction_of_its_caller_is_refused_and_left_as_it_is() throws SQLException {
        FactLog normal = new PostgresFactLog(TestDatabase.over(plain));
        List<Connection> next = new ArrayList<>();
        FactLog sometimesForeign = new PostgresFactLog(TestDatabase.over(
                ForeignConnections.handing(() -> next.isEmpty() ? plain.getConnection() : next.get(0))));
        try (Connection callers = plain.getConnection()) {
            callers.setAutoCommit(false);
            callers.createStatement().execute("create table callers_own ()");
            next.add(ForeignConnections.without(callers, Set.of("close")));
            assertThatThrownBy(() -> sometimesForeign.append(List.of(fact)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a data source of its own");
            callers.rollback();
            next.clear();
        }
        assertThat(normal.state(fact.fact().id())).isEqualTo(FactLog.FactState.UNKNOWN);
        assertThat(sometimesForeign.append(List.of(fact))).containsExactly(IngestResult.accepted());
        assertThat(stored()).isEqualTo(FactLog.FactState.ACTIVE);
    }

    @Test
    void nothing_is_acknowledged_and_no_key_is_kept_where_a_commit_does_nothing() throws SQLException {
        List<Connection> next = new ArrayList<>();
        FactLog log = new PostgresFactLog(TestDatabase.over(
                ForeignConnections.handing(() -> next.isEmpty() ? plain.getConnection() : next.get(0))));
        try (Connection callers = plain.getConnection()) {
            next.add(ForeignConnections.without(callers, Set.of("close", "commit", "setAutoCommit")));
            callers.setAutoCommit(false);
            assertThatThrownBy(() -> log.append(List.of(fact))).isInstanceOf(IllegalStateException.class);
            callers.rollback();
            next.clear();
        }
        assertThat(log.append(List.of(fact))).containsExactly(IngestResult.accepted());
        assertThat(new PostgresFactLog(TestDatabase.over(plain))
                        .append(List.of(Events.watch("ada", "2", "2024-06-01T20:00:00Z", "film"))))
                .containsExactly(IngestResult.accepted());
        assertThat(stored()).isEqualTo(FactLog.FactState.ACTIVE);
    }
}
