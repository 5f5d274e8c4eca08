package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpCommandTest {

    /** One event of each type, with every member that it may have. */
    private static final String[] EVERYTHING = {
        StoreFixture.film("t"),
        event("title", "e1", """
                "time":"2026-01-01T00:00:00Z","data":{"kind":"episode","name":"One \\"1\\"","show":"s","showName":"Show",\
                "season":1,"episode":2,"genres":["x"],"runtimeSeconds":60,"channel":"c"}"""),
        event("channel", "c", """
                "time":"2026-01-01T00:00:00.123456Z","data":{"name":"Channel","creator":"cleo"}"""),
        event("viewer", "ada", """
                "time":"2026-01-01T00:00:00+02:00","data":{"zone":"Europe/Berlin","name":"Ada ✓","email":"ada@example.org"}"""),
        event("watch", "ada", """
                "time":"2026-05-08T20:00:00Z","data":{"title":"e1","channel":"c","session":"x","seconds":50,"from":0,\
                "to":48,"completed":false,"platform":"tv"}"""),
        event("watch", "ada", """
                "data":{"date":"2026-05-07"}""").replace("\"id\":\"watch\"", "\"id\":\"undated\""),
        event("pause", "ada", """
                "time":"2026-03-01T00:00:00Z","data":{"from":"2026-03-02","to":"2026-03-20"}"""),
        event("interaction", "ada", """
                "time":"2026-05-01T00:00:00Z","data":{"channel":"c","kind":"cheer","bits":5}"""),
        event("rating", "ada", """
                "time":"2026-05-01T00:00:00Z","data":{"title":"film","score":90}"""),
        event("ranking-choice", "ada", """
                "time":"2026-05-01T00:00:00Z","data":{"listed":false}""")
    };

    @TempDir
    private Path folder;

    /** Only {@link #fill} writes to it. */
    private static StoreFixture store;

    private static String event(String type, String subject, String rest) {
        return """
                {"specversion":"1.0","source":"s","id":"%s","type":"streakline.%s.v1","subject":"%s",%s}""".formatted(type, type, subject, rest);
    }

    @BeforeAll
    static void fill(@TempDir Path folder) {
        store = StoreFixture.in(folder);
        assertThat(store.taking(EVERYTHING).err()).isEmpty();
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writes_every_fact_in_a_line_to_standard_output() {
        String dumped = store.done("dump").out();
        assertThat(dumped.lines()).hasSize(EVERYTHING.length);
        assertThat(dumped).contains("\"specversion\":\"1.0\"").endsWith("}\n");
        assertThat(store.done("dump", "-").out()).isEqualTo(dumped);
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void what_is_dumped_and_taken_in_elsewhere_is_the_same_there() {
        StoreFixture original = StoreFixture.in(folder);
        original.taking(EVERYTHING);
        original.taking(StoreFixture.watch("ada", "gone", "2026-05-09T20:00:00Z"));
        original.done("withdraw", "--viewer", "ada", "--source", "s", "--id", "gone");
        original.done("withdraw", "--title", "film", "--source", "cms", "--id", "t");
        String dumped = original.done("dump", folder.resolve("facts.ndjson.gz").toString(), "--json")
                .out();
        assertThat(dumped).contains("\"facts\":" + (EVERYTHING.length + 1));
        StoreFixture other = StoreFixture.in(folder);
        CommandRun taken =
                other.done("import", folder.resolve("facts.ndjson.gz").toString());
        assertThat(taken.err()).contains((EVERYTHING.length - 1) + " accepted, 2 duplicate, 0 skipped, 0 rejected");
        assertThat(other.done("dump").out())
                .isEqualTo(original.done("dump").out())
                .contains("\"withdrawn\":true");
        assertThat(other.done("stats", "--json").out())
                .isEqualTo(original.done("stats", "--json").out());
        assertThat(other.taking(StoreFixture.watch("ada", "gone", "2026-05-09T20:00:00Z"), StoreFixture.film("t"))
                        .exitCode())
                .isZero();
        assertThat(other.done("stats", "--json").out())
                .isEqualTo(original.done("stats", "--json").out());
        assertThat(other.json("verify", "--json").get("different")).isEmpty();
    }

    @Test
    void what_is_dumped_is_a_duplicate_where_it_came_from() {
        StoreFixture origin = StoreFixture.in(folder);
        origin.taking(EVERYTHING);
        origin.taking(event("title", "silence", """
                "time":"2026-01-01T00:00:00Z","data":{"kind":"movie","name":"4′33″","genres":[]}"""), event("interaction", "bob", """
                "time":"2026-05-01T00:00:00Z","data":{"channel":"c","kind":"cheer","bits":0}"""));
        String dumped = origin.done("dump").out();
        assertThat(dumped).contains("\"genres\":[]", "\"bits\":0");
        assertThat(origin.done("import", origin.file("dump.ndjson", dumped)).err())
                .contains("0 accepted, " + (EVERYTHING.length + 2) + " duplicate, 0 skipped, 0 rejected");
    }

    @Test
    void a_file_is_replaced_in_whole_and_packed_when_it_is_called_so() throws IOException {
        Path plain = Files.writeString(folder.resolve("facts.ndjson"), "old".repeat(10_000));
        Path packed = folder.resolve("facts.ndjson.gz");
        CommandRun run = store.done("dump", plain.toString());
        assertThat(run.out()).contains("wrote " + EVERYTHING.length + " facts to " + plain);
        store.done("dump", packed.toString());
        assertThat(Files.readString(plain)).isEqualTo(store.done("dump").out()).isEqualTo(unpacked(packed));
        assertNothingIsLeft();
    }

    @Test
    void a_link_still_points_to_the_file_that_is_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("facts.ndjson"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        store.done("dump", link.toString());
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(file)).hasSize(EVERYTHING.length);
    }

    @Test
    void a_device_is_written_to_and_not_replaced() throws IOException {
        Path device = Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
        store.done("dump", device.toString());
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(device).isSymbolicLink();
        Files.delete(device);
    }

    @Test
    void a_full_disk_is_an_error() {
        CommandRun run = store.run("dump", "/dev/full");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("cannot write /dev/full: No space left on device")
                .doesNotContain("Exception");
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() throws IOException {
        CommandRun run = store.run("dump", folder.resolve("none/facts").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("none/facts: there is no such file or folder. Choose another file")
                .doesNotContain("Exception");
        assertNothingIsLeft();
    }

    @Test
    void a_folder_in_place_of_the_file_stays() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("facts"));
        CommandRun run = store.run("dump", taken.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("it is a folder");
        assertThat(taken).isDirectory();
        assertNothingIsLeft();
    }

    @Test
    void there_is_nothing_to_dump_where_no_store_is() {
        CommandRun run =
                CommandRun.in(Map.of(), "dump", "--data", folder.resolve("data").toString());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("the store does not exist yet").contains("streakline import FILE");
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(Path::toString).toList();
            assertThat(names).noneMatch(name -> name.endsWith(".part"));
        }
    }
}
