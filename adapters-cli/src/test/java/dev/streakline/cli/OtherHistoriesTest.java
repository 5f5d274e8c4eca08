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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real histories of formats that do not name the viewer, against answers and counts worked out independently. */
@Tag("foreign")
@EnabledIf(
        value = "dev.streakline.cli.format.SharedData#isThere",
        disabledReason = "no foreign histories beside the checkout")
class OtherHistoriesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAKEOUT = "data/youtube-takeout-geekplux/watch-history.json.gz";

    @TempDir
    private Path folder;

    private JsonNode stats(List<String> files, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("stats", "--json", "--as", "ada", "--rejects", rejects()));
        args.addAll(files);
        args.addAll(List.of(options));
        CommandRun run = CommandRun.of(args.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    private String rejects() {
        return folder.resolve("rejects.ndjson").toString();
    }

    private static String shared(String file) {
        return SharedData.file(file).toString();
    }

    private static List<String> traktPages() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(page -> shared("data/trakt-andris811/watched-history-" + page + ".json.gz"))
                .toList();
    }

    /** The author's own list of the same history, with lengths, lacks the newest play and its title. */
    @Test
    void the_pages_of_trakt_hold_one_play_more_than_the_list_with_lengths() throws IOException {
        JsonNode expected =
                JSON.readTree(SharedData.file("expected/trakt-events.json").toFile());
        JsonNode answer = stats(traktPages());
        JsonNode ada = answer.at("/viewers/0");
        assertThat(answer.at("/summary/rejected").asInt()).isZero();
        assertThat(answer.at("/summary/skipped").asInt()).isZero();
        assertThat(ada.at("/totals/plays").asInt())
                .isEqualTo(expected.get("plays").asInt() + 1);
        assertThat(ada.at("/totals/completedEpisodes").asInt())
                .isEqualTo(expected.at("/distinct/episodes").asInt() + 1);
        assertThat(ada.at("/totals/completedMovies").asInt())
                .isEqualTo(expected.at("/distinct/movies").asInt());
        // The list calls shows by their names, of which two are those of two shows each.
        assertThat(ada.at("/totals/completedShows").asInt()).isEqualTo(195);
        assertThat(ada.at("/totals/activeDays").asInt())
                .isEqualTo(expected.get("activeDays").asInt());
        assertThat(ada.at("/totals/seconds").asInt()).isZero();
        assertLongest(
                ada,
                expected.at("/longest/length").asInt(),
                expected.at("/longest/start").asText(),
                expected.at("/longest/end").asText());
    }

    /** A source that knows lengths and genres states them apart from the history; the titles have the same names. */
    @Test
    void titles_described_elsewhere_give_the_pages_of_trakt_their_hours_and_genres() throws IOException {
        JsonNode expected =
                JSON.readTree(SharedData.file("expected/trakt-events.json").toFile());
        Path titles = folder.resolve("titles.ndjson");
        try (Stream<String> lines =
                new String(unpacked("data/trakt-andris811/events.ndjson.gz"), StandardCharsets.UTF_8).lines()) {
            Files.write(
                    titles,
                    lines.filter(line -> line.contains("streakline.title.v1")).toList());
        }
        List<String> files = new ArrayList<>(traktPages());
        files.add(titles.toString());
        JsonNode all = stats(files, "--as-of", "2026-05-09T09:57:59Z").at("/viewers/0/viewingTime/all");
        assertThat(all.get("seconds").asLong())
                .isEqualTo(expected.get("seconds").asLong());
        assertThat(seconds(all.get("byGenre"))).isEqualTo(numbers(expected.get("secondsByGenre")));
        assertThat(seconds(all.get("byType"))).isEqualTo(numbers(expected.get("secondsByType")));
        assertThat(seconds(all.get("byYear"))).isEqualTo(numbers(expected.get("secondsByYear")));
    }

    @Test
    void a_zip_of_the_pages_gives_the_same_and_a_second_reading_adds_nothing() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String page : traktPages()) {
                out.putNextEntry(new ZipEntry("export/" + Path.of(page).getFileName()));
                Files.copy(Path.of(page), out);
            }
            for (String other : List.of("ratings-movies", "watched-movies", "watched-playback")) {
                out.putNextEntry(new ZipEntry("export/" + other + ".json"));
                out.write(unpacked("data/trakt-andris811/" + other + ".json.gz"));
            }
        }
        JsonNode once = stats(List.of(zip.toString()));
        assertThat(once.get("viewers")).isEqualTo(stats(traktPages()).get("viewers"));
        List<String> twice = new ArrayList<>(traktPages());
        twice.add(zip.toString());
        JsonNode both = stats(twice);
        assertThat(both.get("viewers")).isEqualTo(once.get("viewers"));
        assertThat(both.at("/summary/accepted")).isEqualTo(once.at("/summary/accepted"));
        assertThat(both.at("/summary/rejected").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "da_nsteenholdt, 2677, 886, 2015-02-11, 2020-10-20, 17, 2020-08-09, 2020-08-25",
        "pt-BR_felipebacelo, 577, 221, 2019-07-16, 2021-06-06, 18, 2020-12-10, 2020-12-27"
    })
    void short_lists_of_netflix_have_the_days_counted_elsewhere(
            String name, int rows, int days, String first, String last, int longest, String start, String end)
            throws IOException {
        JsonNode answer = stats(List.of(shared("data/netflix-title-date/" + name + ".csv")));
        assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(rows);
        assertThat(answer.at("/summary/read").asInt()).isEqualTo(rows);
        JsonNode ada = answer.at("/viewers/0");
        assertThat(ada.at("/totals/plays").asInt()).isEqualTo(rows);
        assertThat(ada.at("/totals/activeDays").asInt()).isEqualTo(days);
        assertThat(ada.at("/calendar/days/0/date").asText()).isEqualTo(first);
        assertThat(ada.at("/streak/lastWatchedDate").asText()).isEqualTo(last);
        assertLongest(ada, longest, start, end);
    }

    @Test
    void the_takeout_of_youtube_has_the_entries_counted_elsewhere() throws IOException {
        JsonNode answer = stats(List.of(shared(TAKEOUT), shared(TAKEOUT)));
        int watched = 7_160;
        int named = 5_141;
        assertThat(answer.at("/summary/rejected").asInt()).isZero();
        assertThat(answer.at("/summary/skipped").asInt()).isEqualTo(2 * 6);
        assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(watched);
        assertThat(answer.at("/summary/duplicate").asInt()).isEqualTo(watched);
        assertThat(answer.at("/summary/titles").asInt()).isEqualTo(2 * named);
        assertThat(answer.at("/viewers/0/totals/plays").asInt()).isEqualTo(watched);
        assertThat(answer.at("/viewers/0/totals/activeDays").asInt()).isEqualTo(795);
        assertThat(answer.at("/viewers/0/calendar/days/0/date").asText()).isEqualTo("2012-04-23");
    }

    @Test
    void a_takeout_that_is_cut_anywhere_counts_up_to_the_cut() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file(TAKEOUT));
        Path cut = folder.resolve("cut.json.gz");
        for (int length : new int[] {whole.length / 10, whole.length / 2, whole.length - 1}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            CommandRun run = CommandRun.of("stats", "--json", "--as", "ada", "--rejects", rejects(), cut.toString());
            assertThat(run.exitCode()).isEqualTo(1);
            double share =
                    JSON.readTree(run.out()).at("/viewers/0/totals/plays").asInt() / 7_160.0;
            assertThat(share).isBetween(0.7 * length / whole.length, 1.0);
        }
    }

    @Test
    void every_naughty_string_comes_back_from_the_command_as_viewer_platform_and_title() throws IOException {
        List<String> naughty = new ArrayList<>();
        JSON.readTree(SharedData.file("data/naughty-strings/blns.json").toFile())
                .forEach(text -> naughty.add(text.asText()));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < naughty.size(); i++) {
            lines.add(JSON.writeValueAsString(event(naughty.get(i), "play-" + i, naughty.get(i))));
            lines.add(JSON.writeValueAsString(event("ids", naughty.get(i), naughty.get(i))));
        }
        Path file = Files.write(folder.resolve("naughty.ndjson"), lines);
        JsonNode answer = stats(List.of(file.toString()));
        List<String> identifiers = naughty.stream()
                .filter(text -> !text.isEmpty()
                        && text.codePointCount(0, text.length()) <= 128
                        && text.chars().noneMatch(Character::isISOControl))
                .toList();
        Map<String, JsonNode> viewers = new TreeMap<>();
        answer.get("viewers").forEach(viewer -> viewers.put(viewer.get("viewer").asText(), viewer));
        JsonNode ids = Objects.requireNonNull(viewers.remove("ids"));
        assertThat(viewers.keySet()).containsExactlyInAnyOrderElementsOf(new TreeSet<>(identifiers));
        assertThat(ids.at("/totals/plays").asInt())
                .isEqualTo((int) identifiers.stream().distinct().count());
        assertThat(answer.at("/summary/rejected").asInt()).isEqualTo(2 * (naughty.size() - identifiers.size()));
        viewers.forEach((viewer, found) -> assertThat(
                        found.at("/viewingTime/all/byPlatform/0/name").asText())
                .isEqualTo(viewer));
        assertThat(CommandRun.of("stats", "--quiet", "--rejects", rejects(), file.toString())
                        .out()
                        .chars()
                        .filter(each -> Character.isISOControl(each) && each != '\n' && each != '\r'))
                .isEmpty();
    }

    @Test
    void every_naughty_string_is_a_title_in_a_short_list_of_netflix() throws IOException {
        List<String> rows = new ArrayList<>(List.of("Title,Date"));
        JSON.readTree(SharedData.file("data/naughty-strings/blns.json").toFile())
                .forEach(text -> rows.add("\"" + text.asText().replace("\"", "\"\"") + "\",31/12/2024"));
        Path file = folder.resolve("naughty.csv");
        Files.writeString(file, rows.stream().collect(Collectors.joining("\r\n")));
        JsonNode answer = stats(List.of(file.toString()));
        assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(rows.size() - 1);
        assertThat(answer.at("/summary/read").asInt()).isEqualTo(rows.size() - 1);
    }

    private static Map<String, Object> event(String viewer, String id, String title) {
        return Map.of(
                "specversion",
                "1.0",
                "source",
                "naughty",
                "id",
                id,
                "type",
                "streakline.watch.v1",
                "subject",
                viewer,
                "time",
                "2026-05-09T20:00:00Z",
                "data",
                Map.of("title", title, "platform", title, "seconds", 60));
    }

    private static byte[] unpacked(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file(file)))) {
            return in.readAllBytes();
        }
    }

    private static Map<String, Long> seconds(JsonNode shares) {
        Map<String, Long> seconds = new TreeMap<>();
        shares.forEach(share ->
                seconds.put(share.get("name").asText(), share.get("seconds").asLong()));
        return seconds;
    }

    private static Map<String, Long> numbers(JsonNode object) {
        Map<String, Long> numbers = new TreeMap<>();
        object.properties()
                .forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
        return numbers;
    }

    private static void assertLongest(JsonNode viewer, int length, String start, String end) {
        assertThat(viewer.at("/streak/longestStreak").asInt()).isEqualTo(length);
        assertThat(viewer.at("/streak/longestStartDate").asText()).isEqualTo(start);
        assertThat(viewer.at("/streak/longestEndDate").asText()).isEqualTo(end);
    }
}
