package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "53100, Make room",
        "57014, took too long",
        "55P03, took too long",
        "57P01, cannot be reached",
        "57P02, cannot be reached",
        "08006, cannot be reached",
        "25P03, took too long",
        "25P04, took too long",
        "25006, is read-only",
        "53300, no connection left",
        "53200, lacks resources",
        "42501, lacks a right",
        "28P01, rejects the user",
        "28000, rejects the user",
        "3D000, does not exist",
        "XX000, Run this again"
    })
    void names_the_remedy(String state, String advice) {
        SQLException said = new SQLException("it said\nand a value of a fact", state);

        assertThat(Outage.of(new ConnectionException(said), Supervision.Origin.OUTSIDE))
                .hasMessageContaining("(it said)")
                .hasMessageContaining(advice)
                .hasMessageContaining("again")
                .hasMessageNotContaining("fact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08001"})
    void explains_why_a_pool_has_no_connection(String state) {
        SQLException pool =
                new SQLTransientConnectionException("streakline - timed out", state.isEmpty() ? null : state);
        pool.initCause(new PSQLException("Connection refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT));

        assertThat(Outage.of(new ConnectionException(pool), Supervision.Origin.OUTSIDE))
                .hasMessageContaining("cannot be reached (Connection refused)")
                .hasMessageNotContaining("timed out");
    }

    @Test
    void explains_that_a_pool_waited_in_vain() {
        SQLException silence = new SQLTransientConnectionException("streakline - timed out (total=0)");
        DataSource nobody = (DataSource) Proxy.newProxyInstance(
                OutageTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw silence;
                });

        assertThatThrownBy(() -> new Database(nobody).as(Scope.APP).read(handle -> 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be reached (it does not answer)");
    }

    @Test
    void explains_why_a_connection_is_closed() {
        SQLException closed = new SQLException("Connection is closed");
        closed.addSuppressed(new SQLException("the server ends", "57P02"));

        assertThat(Outage.of(new ConnectionException(closed), Supervision.Origin.OUTSIDE))
                .hasMessageContaining("(the server ends)");
    }

    @Test
    void takes_silence_for_absence() {
        assertThat(Outage.of(new ConnectionException(new SQLException("nobody")), Supervision.Origin.OUTSIDE))
                .hasMessageContaining("cannot be reached (nobody)");
    }

    @Test
    void repeats_the_reason_of_another_component() {
        assertThat(Outage.of(new IllegalStateException("Migrations are missing."), Supervision.Origin.OUTSIDE))
                .hasMessage("The database cannot be used: Migrations are missing. Correct that, then run this again.");
    }
}
