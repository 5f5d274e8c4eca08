package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.cli.wiring.WiredStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over an external server to which the connection is lost. */
class CutConnectionsTest {

    private static final int EVENTS = 4_000;
    /** Of what an import of those events sends, several lie in its batches, which are a thousand events long. */
    private static final long BYTES = 60_000;

    @TempDir
    private Path folder;

    private final AtomicInteger cuts = new AtomicInteger();
    private StoreFixture store;
    private String file;
    private CuttingProxy proxy;

    @BeforeEach
    void make_a_store() throws IOException {
        store = StoreFixture.in(folder);
        file = store.file("events.ndjson", StoreFixture.days("ada", EVENTS));
        proxy = new CuttingProxy(store.port());
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private CommandRun importing(Duration longestLoss) {
        Map<String, String> environment = store.by(proxy.port()).environment();
        return CommandRun.with(
                new WiredStores(CommandRun.CLOCK, environment, longestLoss),
                environment,
                "import",
                file,
                "--rejects",
                store.rejects(),
                "--quiet");
    }

    /** Does that several times while the client continues to send. */
    private void repeat(int times, Runnable cut) {
        proxy.after(BYTES, () -> {
            cuts.incrementAndGet();
            if (times > 1) {
                repeat(times - 1, cut);
            }
            cut.run();
        });
    }

    private void assertEverythingOnce() {
        assertThat(store.number("select count(*) from streakline.fact")).isEqualTo(EVENTS);
        JsonNode verified = store.json("verify", "--json");
        assertThat(verified.get("pending").asInt()).isZero();
        assertThat(verified.get("different")).isEmpty();
    }

    @Test
    void an_import_whose_sessions_are_ended_several_times_goes_on() {
        repeat(4, store::endSessions);
        CommandRun run = importing(Duration.ofMinutes(1));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cuts).hasValue(4);
        assertEverythingOnce();
    }

    @Test
    void an_import_whose_server_is_away_for_seconds_continues_and_reports_it() {
        repeat(2, () -> {
            proxy.goAway();
            CompletableFuture.delayedExecutor(1_200, TimeUnit.MILLISECONDS).execute(proxy::comeBack);
        });
        CommandRun run = importing(Duration.ofMinutes(1));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cuts).hasValue(2);
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("the connection to the database was lost; trying again for 60"))
                .hasSize(2);
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("the database answers again"))
                .hasSize(2);
        assertEverythingOnce();
    }

    @Test
    void an_import_whose_server_does_not_come_back_ends_with_69_and_can_be_run_again() {
        repeat(1, proxy::goAway);
        CommandRun run = importing(Duration.ofSeconds(1));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(69);
        assertThat(run.err()).contains("cannot be reached").contains("then run this again");
        assertThat(store.number("select count(*) from streakline.fact")).isLessThan(EVENTS);

        proxy.comeBack();
        assertThat(importing(Duration.ofMinutes(1)).exitCode()).isZero();
        assertEverythingOnce();
    }
}
