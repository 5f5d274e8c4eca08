package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.cli.format.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real histories go through the store and a dump of it as they go through memory, whose answers other tests compare. */
@Tag("foreign")
@EnabledIf(
        value = "dev.streakline.cli.format.SharedData#isThere",
        disabledReason = "no foreign histories beside the checkout")
class StoredHistoriesTest {

    private static final String AS_OF = "2026-05-10T12:00:00Z";

    @TempDir
    private Path folder;

    private static String[] command(String name, List<String> rest, String... more) {
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(rest);
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private static void assertAddsUp(JsonNode summary) {
        assertThat(summary.get("accepted").asInt()
                        + summary.get("duplicate").asInt()
                        + summary.get("skipped").asInt()
                        + summary.get("rejected").asInt())
                .isEqualTo(summary.get("read").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "trakt-andris811/events.ndjson.gz, ''",
        "trakt-andris811/watched-history-?.json.gz, --as ada",
        "netflix-household-luanhii/ViewingActivity.csv, ''",
        "netflix-title-date/da_nsteenholdt.csv, --as ada",
        "netflix-title-date/pt-BR_felipebacelo.csv, --as ada",
        "youtube-takeout-geekplux/watch-history.json.gz, --as ada"
    })
    void a_real_history_is_kept_whole_dumped_and_taken_in_again(String pattern, String options) throws IOException {
        List<String> history = new ArrayList<>(files(pattern));
        history.addAll(options.isEmpty() ? List.of() : Arrays.asList(options.split(" ")));
        StoreFixture store = StoreFixture.in(folder);
        String rejects = store.rejects();

        JsonNode memory = StoreFixture.json(
                CommandRun.of(command("stats", history, "--json", "--as-of", AS_OF, "--rejects", rejects)));
        JsonNode first = store.json(command("import", history, "--json", "--rejects", rejects));
        assertThat(first.get("summary")).isEqualTo(memory.get("summary"));
        assertAddsUp(first.get("summary"));
        JsonNode again = store.json(command("import", history, "--json", "--rejects", rejects));
        assertAddsUp(again.get("summary"));
        assertThat(again.at("/summary/read")).isEqualTo(first.at("/summary/read"));
        assertThat(again.at("/summary/accepted").asInt()).isZero();
        JsonNode kept = store.json("stats", "--json", "--as-of", AS_OF);
        assertThat(kept.get("viewers")).isEqualTo(memory.get("viewers"));

        String packed = folder.resolve("dump.ndjson.gz").toString();
        store.done("dump", packed);
        StoreFixture copy = StoreFixture.in(folder);
        JsonNode taken = copy.json("import", packed, "--json");
        assertThat(taken.at("/summary/read")).isEqualTo(taken.at("/summary/accepted"));
        assertThat(copy.json("stats", "--json", "--as-of", AS_OF)).isEqualTo(kept);
        String dump = copy.done("dump").out();
        assertThat(dump).isEqualTo(unpacked(packed));
        // Only in a file of events is a title an entry of its own.
        String entries = pattern.contains("ndjson") ? "specversion" : "streakline.watch.v1";
        assertThat(dump.lines().filter(line -> line.contains(entries)))
                .hasSize(first.at("/summary/accepted").asInt());

        assertStaysGone(store, history, dump);
        assertThat(store.done("verify").out()).contains(" 0 differ, 0 pending");
    }

    private static String unpacked(String file) throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(Path.of(file)))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> files(String pattern) throws IOException {
        Path like = SharedData.file("data/" + pattern);
        List<String> files = new ArrayList<>();
        try (var found =
                Files.newDirectoryStream(like.getParent(), like.getFileName().toString())) {
            found.forEach(file -> files.add(file.toString()));
        }
        files.sort(null);
        assertThat(files).isNotEmpty();
        return files;
    }

    /** The last play of the dump is withdrawn, and the history imported again. */
    private static void assertStaysGone(StoreFixture store, List<String> history, String dump) throws IOException {
        List<String> plays = dump.lines()
                .filter(line -> line.contains("streakline.watch.v1"))
                .toList();
        JsonNode last = new ObjectMapper().readTree(plays.get(plays.size() - 1));
        String viewer = last.get("subject").asText();
        int before = plays(store, viewer);
        store.done(
                "withdraw",
                "--viewer=" + viewer,
                "--source=" + last.get("source").asText(),
                "--id=" + last.get("id").asText());
        assertThat(plays(store, viewer)).isEqualTo(before - 1);
        JsonNode again = store.json(command("import", history, "--json", "--rejects", store.rejects()));
        assertThat(again.at("/summary/accepted").asInt()).isZero();
        assertThat(plays(store, viewer)).isEqualTo(before - 1);
    }

    private static int plays(StoreFixture store, String viewer) {
        return store.json("stats", "--json", "--viewer=" + viewer)
                .at("/viewers/0/totals/plays")
                .asInt();
    }
}
