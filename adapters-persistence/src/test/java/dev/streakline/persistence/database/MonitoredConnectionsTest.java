package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitoredConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final DataSource server = TestDatabase.create();
    private volatile @Nullable SQLException trouble;
    private volatile @Nullable Connection given;
    private final AtomicInteger looks = new AtomicInteger();

    private final MonitoredConnections watched = MonitoredConnections.of(server, ((Handing) this::look).source());
    private final Database database = new Database(watched, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** Faults for the monitor alone. */
    private Connection look() throws SQLException {
        looks.incrementAndGet();
        SQLException met = trouble;
        if (met != null) {
            throw met;
        }
        Connection next = server.getConnection();
        given = next;
        return next;
    }

    private void begin(SQLException met) throws SQLException, InterruptedException {
        Connection before = awaitFirst();
        trouble = met;
        before.close();
    }

    private Connection awaitFirst() throws InterruptedException {
        while (given == null) {
            Thread.sleep(50);
        }
        return Objects.requireNonNull(given);
    }

    @AfterEach
    void end() {
        watched.close();
    }

    @Test
    void pending_calls_fail_and_new_ones_are_refused_until_a_lost_server_is_back() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> database.as(Scope.APP).read(handle -> {
                    begun.countDown();
                    return handle.execute("select pg_sleep(60)") == 0;
                }));
        begun.await();
        begin(new SQLException("Connection refused", "08001"));

        assertThat(waiting)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(StoreUnavailableException.class)
                .withMessageContaining("cannot be reached");
        assertThatThrownBy(this::ask)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be reached (it does not answer)");
        assertThatThrownBy(() -> database.as(Scope.APP).write(handle -> 1))
                .isInstanceOf(StoreUnavailableException.class);

        trouble = null;
        while (isRefused()) {
            Thread.sleep(50);
        }
    }

    private boolean isRefused() {
        try {
            return ask() != 1;
        } catch (StoreUnavailableException refused) {
            return true;
        }
    }

    @Test
    void a_server_that_refuses_the_watch_is_there() throws Exception {
        begin(new SQLException("sorry, too many clients already", "53300"));
        int before = looks.get();
        while (looks.get() < before + 3) {
            Thread.sleep(50);
        }
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void a_session_of_the_watch_that_was_ended_is_replaced() throws Exception {
        Connection first = awaitFirst();
        first.close();
        while (given == first) {
            assertThat(ask()).isEqualTo(1);
        }
        assertThat(ask()).isEqualTo(1);
    }

    private int ask() {
        return database.as(Scope.APP).query("select 1", row -> row.getInt(1)).orElseThrow();
    }
}
