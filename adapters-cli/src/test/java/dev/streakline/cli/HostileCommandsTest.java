package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files end a command with a documented code and a clear line, and what was read adds up. */
class HostileCommandsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"));
    private static final Path FIELD = Path.of("src/test/resources/dev/streakline/cli/field");

    @TempDir
    private Path folder;

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FIELD)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_damaged_file_ends_as_documented_and_its_counts_add_up(Path file) throws IOException {
        damage(file, 8);
    }

    @ParameterizedTest
    @MethodSource("files")
    @Tag("exhaustive")
    void a_file_that_is_damaged_in_many_places_ends_as_documented(Path file) throws IOException {
        damage(file, 200);
    }

    private void damage(Path file, int seeds) throws IOException {
        Random random = new Random(18);
        byte[] whole = Files.readAllBytes(file);
        Path damaged = folder.resolve(file.getFileName());
        for (int i = 0; i < seeds; i++) {
            byte[] bytes = Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            assertEndsWell(file + " " + i, stats(damaged));
        }
    }

    private CommandRun stats(Path file) {
        return CommandRun.by(
                CLOCK,
                "stats",
                file.toString(),
                "--json",
                "--as",
                "v",
                "--rejects",
                folder.resolve("rejects.ndjson").toString());
    }

    private static void assertEndsWell(String what, CommandRun run) {
        assertThat(run.exitCode()).as(what).isIn(0, 1, 2);
        assertThat(run.err()).as(what).doesNotContain("\tat ", "Exception").isNotBlank();
        if (!run.out().isBlank()) {
            JsonNode answer = StoreFixture.json(run);
            JsonNode summary = answer.get("summary");
            assertThat(summary.get("accepted").asLong()
                            + summary.get("duplicate").asLong()
                            + summary.get("skipped").asLong()
                            + summary.get("rejected").asLong())
                    .as(what)
                    .isEqualTo(summary.get("read").asLong());
            long plays = 0;
            for (JsonNode viewer : answer.get("viewers")) {
                plays += viewer.at("/totals/plays").asLong();
            }
            assertThat(plays).as(what).isEqualTo(summary.get("accepted").asLong());
        }
    }
}
