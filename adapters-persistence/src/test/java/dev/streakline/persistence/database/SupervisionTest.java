package dev.streakline.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.history.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private final AtomicInteger recoveries = new AtomicInteger();
    private final AtomicBoolean comesBack = new AtomicBoolean(true);
    private final Database database = new Database(TestDatabase.create())
            .supervised(new Supervision(Supervision.Origin.EMBEDDED, () -> {}, () -> {
                recoveries.incrementAndGet();
                return comesBack.get();
            }));

    /** Work that loses its server so often. */
    private static Database.DatabaseWork<String> losing(int times) {
        AtomicInteger lost = new AtomicInteger();
        return handle -> {
            if (lost.getAndIncrement() < times) {
                throw new SQLException("terminating connection", "57P01");
            }
            return "done";
        };
    }

    @Test
    void work_whose_server_was_lost_begins_again_once_it_is_back() {
        assertThat(database.as(Scope.APP).append(losing(2))).isEqualTo("done");
        assertThat(database.as(Scope.FOLD).fold(losing(1))).isEqualTo("done");
        assertThat(database.as(Scope.APP).read(losing(1))).isEqualTo("done");
        assertThat(database.as(Scope.APP).write(losing(1))).isEqualTo("done");
        assertThat(recoveries).hasValue(5);
    }

    @Test
    void what_was_handed_on_is_not_read_again() {
        assertThatThrownBy(
                        () -> database.as(Scope.APP).useRead(handle -> losing(1).with(handle)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(recoveries).hasValue(0);
    }

    @Test
    void the_message_about_a_lost_server_promises_a_restart() {
        comesBack.set(false);
        assertThatThrownBy(() -> database.as(Scope.APP).append(losing(1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The database server has ended (terminating connection). Confirmed data is stored, and the"
                        + " server is started again automatically. Run this again.");
    }

    @Test
    void requests_wait_for_no_server() {
        Database requests = database.supervised(
                new Supervision(Supervision.Origin.EMBEDDED, () -> {}, () -> true).withoutWaiting());
        assertThatThrownBy(() -> requests.as(Scope.APP).append(losing(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void work_that_loses_its_server_each_time_is_given_up() {
        assertThatThrownBy(() -> database.as(Scope.APP).append(losing(Integer.MAX_VALUE)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(recoveries).hasValue(50);
    }

    @Test
    void a_failure_that_is_none_of_the_server_is_not_tried_again() {
        assertThatThrownBy(() -> database.as(Scope.APP).append(handle -> handle.execute("select 1 / 0")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(recoveries).hasValue(0);
    }

    @Test
    void without_room_facts_and_folds_are_refused_and_all_else_goes_on() {
        Database full = database.supervised(new Supervision(
                Supervision.Origin.EMBEDDED,
                () -> {
                    throw new StoreFullException("1 MB are free, and 2 MB are needed");
                },
                () -> false));
        assertThatThrownBy(() -> full.as(Scope.APP).append(handle -> 1))
                .isInstanceOf(StoreFullException.class)
                .hasMessageContaining("(1 MB are free, and 2 MB are needed). Make room");
        assertThatThrownBy(() -> full.as(Scope.FOLD).fold(handle -> 1)).isInstanceOf(StoreFullException.class);
        assertThat(full.as(Scope.APP).<Integer>read(handle -> 1)).isEqualTo(1);
        assertThat(full.as(Scope.APP).<Integer>write(handle -> 1)).isEqualTo(1);
    }

    @Test
    void a_disk_that_fills_up_is_distinguished_from_a_server_that_is_away() {
        assertThatThrownBy(() -> database.as(Scope.APP).append(handle -> {
                    throw new SQLException("could not extend file", "53100");
                }))
                .isInstanceOf(StoreFullException.class);
    }
}
