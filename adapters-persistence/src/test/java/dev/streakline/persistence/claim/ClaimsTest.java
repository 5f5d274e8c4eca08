package dev.streakline.persistence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.persistence.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract of recalculations does not show: keys of several columns, several rows at once, locked rows, clocks. */
class ClaimsTest {

    private static final Claims TASKS = new Claims(
            "task", List.of("owner", "number"), "not is_done", "due_at, owner, number", ", state = 'running'");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 3;

    private final Jdbi store = Jdbi.create(TestDatabase.create());

    private record Task(int owner, int number, long token) {

        private Claim claim() {
            return new Claim(Map.of("owner", owner, "number", number), token);
        }
    }

    @BeforeEach
    void create() {
        store.useHandle(handle -> handle.execute("""
                create table task (owner int, number int, state text not null default 'new', is_done boolean not null
                    default false, token bigint not null default 0, due_at bigint, attempts smallint not null default 0,
                    primary key (owner, number));
                insert into task (owner, number, due_at) values (1, 1, 30), (1, 2, 20), (2, 1, 10), (2, 2, null)
                """));
    }

    private static List<Task> claim(Handle handle, int limit) {
        return TASKS.claim(
                handle,
                limit,
                MOST_ATTEMPTS,
                LEASE,
                (row, context) -> new Task(row.getInt("owner"), row.getInt("number"), row.getLong("token")));
    }

    private List<Task> claim(int limit) {
        return store.inTransaction(handle -> claim(handle, limit));
    }

    private String state(int owner, int number) {
        return store.withHandle(
                handle -> handle.createQuery("select state from task where owner = :owner and number = :number")
                        .bind("owner", owner)
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }

    private void elapse(Duration time) {
        store.useHandle(handle -> handle.execute("update task set due_at = due_at - ?", time.toNanos() / 1_000));
    }

    @Test
    void several_rows_are_claimed_in_their_order_and_those_without_an_instant_never() {
        assertThat(claim(2)).containsExactly(new Task(2, 1, 1), new Task(1, 2, 1));
        assertThat(claim(9)).containsExactly(new Task(1, 1, 1));
        assertThat(claim(9)).isEmpty();
        assertThat(state(2, 1)).isEqualTo("running");
        assertThat(state(2, 2)).isEqualTo("new");
    }

    @Test
    void rows_that_others_have_locked_are_skipped() {
        store.useTransaction(other -> {
            assertThat(claim(other, 1)).containsExactly(new Task(2, 1, 1));
            // On another thread, for another connection.
            assertThat(CompletableFuture.supplyAsync(() -> claim(1)).join()).containsExactly(new Task(1, 2, 1));
            other.rollback();
        });
        assertThat(claim(9)).containsExactly(new Task(2, 1, 1), new Task(1, 1, 1));
    }

    @Test
    void of_two_keys_that_share_a_column_one_is_changed() {
        Task task = claim(1).get(0);
        assertThat(store.<Boolean, RuntimeException>inTransaction(handle ->
                        TASKS.change(handle, task.claim(), "is_done = true, state = :state", Map.of("state", "done"))))
                .isTrue();
        assertThat(List.of(state(2, 1), state(2, 2), state(1, 1))).containsExactly("done", "new", "new");
    }

    /** A lease may end while a statement waits for the lock of the row. */
    @Test
    void a_lease_that_ends_while_its_holder_waits_for_a_lock_is_lost() throws Exception {
        Task task = claim(1).get(0);
        Thread holder = store.inTransaction(other -> {
            other.execute("update task set state = 'locked' where owner = 2 and number = 1");
            Thread waiting = new Thread(() -> store.useTransaction(handle ->
                    TASKS.change(handle, task.claim(), "is_done = true, state = :state", Map.of("state", "done"))));
            waiting.start();
            awaitLock(other);
            other.execute("update task set due_at = 1 where owner = 2 and number = 1");
            return waiting;
        });
        holder.join();
        assertThat(state(2, 1)).isEqualTo("locked");
    }

    private static void awaitLock(Handle handle) throws InterruptedException {
        while (handle.createQuery("select count(*) from pg_locks where not granted and database ="
                                + " (select oid from pg_database where datname = current_database())"
                                + " or not granted and locktype = 'transactionid'")
                        .mapTo(Integer.class)
                        .one()
                == 0) {
            Thread.sleep(1);
        }
    }

    @Test
    void rows_that_were_claimed_too_often_are_given_up_once_they_are_due() {
        IntStream.range(0, MOST_ATTEMPTS).forEach(attempt -> {
            assertThat(claim(9)).hasSize(3);
            assertThat(giveUp()).isZero();
            elapse(LEASE);
        });
        assertThat(claim(9)).isEmpty();
        assertThat(giveUp()).isEqualTo(3);
        assertThat(state(1, 1)).isEqualTo("given up");
        assertThat(state(2, 2)).isEqualTo("new");
        assertThat(giveUp()).isZero();
    }

    private int giveUp() {
        return store.inTransaction(handle ->
                TASKS.giveUp(handle, MOST_ATTEMPTS, "is_done = true, state = :state", Map.of("state", "given up")));
    }

    @Test
    void many_claimers_share_the_rows() {
        store.useHandle(handle -> handle.execute(
                "insert into task (owner, number, due_at) select 3, n, 40 from generate_series(1, 200) n"));
        List<Task> all = IntStream.range(0, 8)
                .parallel()
                .boxed()
                .flatMap(claimer -> IntStream.range(0, 40).mapToObj(round -> claim(3)))
                .flatMap(List::stream)
                .toList();
        assertThat(all).hasSize(203).doesNotHaveDuplicates().allMatch(task -> task.token() == 1);
    }
}
