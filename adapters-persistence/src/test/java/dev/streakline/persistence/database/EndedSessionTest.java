package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A server that ends sessions, as when it is restarted, while a pool has them open. */
class EndedSessionTest {

    private final DataSource server = TestDatabase.create();
    private final Deque<Connection> pooled = new ArrayDeque<>();
    private final Database database = TestDatabase.over(((Handing) this::next).source());

    private Connection next() throws SQLException {
        return pooled.isEmpty() ? server.getConnection() : pooled.pop();
    }

    private void poolOfEnded(int sessions) throws SQLException {
        for (int i = 0; i < sessions; i++) {
            Connection connection = server.getConnection();
            end(connection);
            pooled.push(connection);
        }
    }

    /** As an administrator does: the client learns of it at its next use. */
    private void end(Connection session) throws SQLException {
        int process = session.unwrap(PGConnection.class).getBackendPID();
        try (Connection administrator = server.getConnection();
                Statement statement = administrator.createStatement()) {
            statement.execute("select pg_terminate_backend(" + process + ", 10000)");
        }
    }

    @Test
    void those_that_ended_before_the_work_began_do_not_fail_it() throws SQLException {
        poolOfEnded(5);
        assertThat(database.as(Scope.APP).query("select 1", row -> row.getInt(1)))
                .contains(1);
        poolOfEnded(5);
        assertThat(database.as(Scope.APP).<Integer>read(handle -> 2)).isEqualTo(2);
        poolOfEnded(5);
        assertThat(database.as(Scope.APP).<Integer>write(handle -> 3)).isEqualTo(3);
        assertThat(pooled).isEmpty();
    }

    @Test
    void one_that_ends_under_the_work_fails_it_and_nothing_is_done_twice() {
        AtomicInteger times = new AtomicInteger();
        assertThatThrownBy(() -> database.as(Scope.APP).useWrite(handle -> endUnder(handle, times)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> database.as(Scope.APP).useRead(handle -> endUnder(handle, times)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be reached");
        assertThat(times).hasValue(2);
    }

    private void endUnder(Handle handle, AtomicInteger times) throws SQLException {
        times.incrementAndGet();
        end(handle.getConnection());
        handle.execute("select 1");
    }
}
