package dev.streakline.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.cli.StoreFixture;
import dev.streakline.persistence.database.LostConnection;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostConnectionTest {

    @TempDir
    private Path folder;

    private final List<String> words = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    /** A server that refuses the first connections. */
    private DataSource refusing(int times) {
        DataSource server = StoreFixture.in(folder).connections();
        return (DataSource) Proxy.newProxyInstance(
                LostConnectionTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (tries.getAndIncrement() < times) {
                        throw new SQLException("Connection refused", "08001");
                    }
                    return server.getConnection();
                });
    }

    @Test
    void a_server_that_comes_back_is_awaited() {
        LostConnection lost = new LostConnection(refusing(1), Duration.ofMinutes(1), words::add);
        assertThat(lost.getAsBoolean()).isTrue();
        assertThat(tries).hasValue(2);
        assertThat(words)
                .containsExactly(
                        "the connection to the database was lost; trying again for 60 seconds",
                        "the database answers again");
    }

    @Test
    void a_server_that_does_not_come_back_is_given_up() {
        LostConnection lost = new LostConnection(refusing(Integer.MAX_VALUE), Duration.ofSeconds(1), words::add);
        assertThat(lost.getAsBoolean()).isFalse();
        assertThat(tries).hasValueGreaterThan(1);
        assertThat(words).hasSize(1);
    }

    @Test
    void threads_that_lose_it_at_the_same_time_wait_together() {
        LostConnection lost = new LostConnection(refusing(1), Duration.ofMinutes(1), words::add);
        List<CompletableFuture<Boolean>> waits = Stream.generate(
                        () -> CompletableFuture.supplyAsync(lost::getAsBoolean, task -> new Thread(task).start()))
                .limit(4)
                .toList();
        assertThat(waits).allMatch(CompletableFuture::join);
        assertThat(words).hasSize(2);
        assertThat(lost.getAsBoolean()).isTrue();
        assertThat(words).hasSize(4);
    }

    @Test
    void an_interrupt_ends_the_wait() {
        LostConnection lost = new LostConnection(refusing(Integer.MAX_VALUE), Duration.ofMinutes(1), words::add);
        Thread.currentThread().interrupt();
        assertThat(lost.getAsBoolean()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
