package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small files as people provide them, each with its right value, in statistics of files and of both stores. The README
 * beside the files states where they are from.
 */
class FieldCasesTest {

    private static final String AS_OF = "2026-11-29T12:00:00Z";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse(AS_OF));
    private static final Path FIELD = Path.of("src/test/resources/dev/streakline/cli/field");

    /** One database for all single files, since each viewer is forgotten in between. */
    @TempDir
    private static @Nullable Path shared;

    private static @Nullable StoreFixture store;

    @TempDir
    private Path folder;

    /** Runs commands on one store. */
    @FunctionalInterface
    private interface Shell {
        CommandRun run(String... args);

        default JsonNode json(String... args) {
            CommandRun run = run(args);
            assertThat(run.exitCode()).as("%s: %s", List.of(args), run.err()).isZero();
            return StoreFixture.json(run);
        }

        default JsonNode stats() {
            return json("stats", "--json", "--as-of", AS_OF).get("viewers");
        }
    }

    private static Shell files() {
        return args -> CommandRun.by(CLOCK, args);
    }

    private static Shell memory() {
        return new KeptInMemory(CLOCK)::run;
    }

    private static Shell database(StoreFixture fixture) {
        return args -> CommandRun.in(fixture.environment(), CLOCK, args);
    }

    private static synchronized Shell database() {
        if (store == null) {
            store = StoreFixture.in(Objects.requireNonNull(shared));
        }
        return database(store);
    }

    private String[] command(String name, String options, String... files) {
        List<String> words = new ArrayList<>(List.of(
                name, "--json", "--rejects", folder.resolve("rejects.ndjson").toString()));
        Arrays.stream(files).map(file -> FIELD.resolve(file).toString()).forEach(words::add);
        words.addAll(name.equals("stats") ? List.of("--as-of", AS_OF) : List.of());
        words.addAll(options.isEmpty() ? List.of() : Arrays.asList(options.split(" ")));
        return words.toArray(new String[0]);
    }

    /** Days are the first, the last, and how many there are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            netflix-autoplayed-next-episodes.csv | ''     | 5 4 1 0  | 7070  | 2024-01-10 2024-01-10 1 | episode 4 0 1
            netflix-language-change-1.csv        | ''     | 1 1 0 0  | 1800  | 2024-01-10 2024-01-10 1 | episode 1 0 1
            netflix-language-change-2.csv        | ''     | 1 1 0 0  | 1800  | 2024-01-10 2024-01-10 1 | episode 1 0 1
            netflix-starttime-header.csv         | ''     | 1 1 0 0  | 5061  | 2020-12-02 2020-12-02 1 | movie 0 1 0
            netflix-no-profile-column.csv        | --as v | 1 1 0 0  | 3577  | 2021-06-27 2021-06-27 1 | episode 1 0 1
            netflix-excel-no-seconds.csv         | ''     | 1 1 0 0  | 1301  | 2021-08-23 2021-08-23 1 | episode 1 0 1
            netflix-over-24h.csv                 | ''     | 3 3 0 0  | 86400 | 2011-05-18 2011-05-20 3 | movie 0 1 0
            netflix-activity-semicolons.csv      | ''     | 1 1 0 0  | 1800  | 2024-01-10 2024-01-10 1 | video 0 0 0
            netflix-short-semicolons.csv         | --as v | 2 2 0 0  | 0     | 2023-01-23 2023-01-24 2 | unknown 0 0 0
            netflix-short-german-one-month.csv   | --as v | 3 3 0 0  | 0     | 2024-09-28 2024-09-30 3 | unknown 0 0 0
            netflix-short-unclosed-quote.csv     | --as v | 5 3 0 2  | 0     | 2024-01-27 2024-01-31 3 | unknown 0 0 0
            trakt-same-name-shows.json           | --as v | 2 2 0 0  | 0     | 2026-01-01 2026-01-02 2 | episode 2 0 2
            trakt-renamed-show-1.json            | --as v | 10 10 0 0 | 0    | 2026-01-02 2026-01-11 10 | episode 10 0 1
            trakt-renamed-show-2.json            | --as v | 10 10 0 0 | 0    | 2026-01-02 2026-01-11 10 | episode 10 0 1
            trakt-unknown-date.json              | --as v | 14 2 12 0 | 0    | 2026-07-21 2026-08-21 2 | episode movie 1 1 1
            youtube-linkless-non-views.json      | --as v | 5 1 4 0  | 0     | 2026-01-05 2026-01-05 1 | unknown 0 0 0
            youtube-myactivity-reactions.json    | --as v | 8 2 6 0  | 0     | 2026-01-02 2026-01-03 2 | video 0 0 0
            youtube-removed-later-1.json         | --as v | 2 2 0 0  | 0     | 2026-01-02 2026-01-03 2 | video 0 0 0
            youtube-removed-later-2.json         | --as v | 2 2 0 0  | 0     | 2026-01-02 2026-01-03 2 | unknown video 0 0 0
            youtube-html-only.zip                | --as v | 1 1 0 0  | 0     | 2026-01-03 2026-01-03 1 | video 0 0 0
            takeout.tgz                          | --as v | 2 2 0 0  | 0     | 2026-01-02 2026-01-03 2 | video 0 0 0
            zip-stored-with-descriptor.zip       | --as v | 2 2 0 0  | 0     | 2026-01-01 2026-01-02 2 | episode 2 0 2
            """)
    void a_file_has_its_right_value_in_every_store_and_once_only(
            String file, String options, String counts, long seconds, String days, String titles) {
        JsonNode answer = files().json(command("stats", options, file));
        assertThat(counts(answer.get("summary"))).isEqualTo(counts);
        JsonNode viewer = answer.at("/viewers/0");
        assertThat(answer.get("viewers")).hasSize(1);
        assertThat(viewer.get("viewer").asText()).isEqualTo(options.isEmpty() ? "Ana" : "v");
        assertThat(viewer.at("/totals/plays").asInt())
                .isEqualTo(answer.at("/summary/accepted").asInt());
        assertThat(viewer.at("/totals/seconds").asLong()).isEqualTo(seconds);
        assertThat(days(viewer)).isEqualTo(days);
        assertThat(titles(viewer)).isEqualTo(titles);

        assertIsStored(memory(), answer, options, file);
        Shell database = database();
        assertIsStored(database, answer, options, file);
        database.json("forget", viewer.get("viewer").asText(), "--json");
    }

    private void assertIsStored(Shell shell, JsonNode answer, String options, String file) {
        JsonNode first = shell.json(command("import", options, file));
        assertThat(first.get("summary")).isEqualTo(answer.get("summary"));
        assertThat(shell.stats()).isEqualTo(answer.get("viewers"));
        JsonNode again = shell.json(command("import", options, file));
        assertThat(again.at("/summary/accepted").asInt()).isZero();
        assertThat(again.at("/summary/duplicate")).isEqualTo(first.at("/summary/accepted"));
        assertThat(again.at("/summary/renamed").asInt()).isZero();
        assertThat(shell.stats()).isEqualTo(answer.get("viewers"));
    }

    /** Two downloads of one history, in both orders, in files and in both stores. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            netflix-language-change   | csv  | ''                        | 1  | 1800 | episode 1 0 1
            netflix-short-beside-full | csv  | --as v --date-order mdy   | 1  | 5400 | movie 0 1 0
            trakt-renamed-show        | json | --as v                    | 10 | 0    | episode 10 0 1
            youtube-removed-later     | json | --as v                    | 2  | 0    | video 0 0 0
            """)
    void two_downloads_are_one_history_in_either_order(
            String name, String extension, String options, int plays, long seconds, String titles) {
        String first = name + "-1." + extension;
        String second = name + "-2." + extension;
        for (List<String> order : List.of(List.of(first, second), List.of(second, first))) {
            JsonNode answer = files().json(command("stats", options, order.get(0), order.get(1)));
            JsonNode viewer = answer.at("/viewers/0");
            assertThat(viewer.at("/totals/plays").asInt()).isEqualTo(plays);
            assertThat(viewer.at("/totals/seconds").asLong()).isEqualTo(seconds);
            assertThat(answer.at("/summary/rejected").asInt()).isZero();
            boolean isSeenRemoved = order.get(0).equals("youtube-removed-later-2.json");
            assertThat(titles(viewer)).isEqualTo((isSeenRemoved ? "unknown " : "") + titles);
            for (Shell shell : List.of(memory(), database(StoreFixture.in(folder)))) {
                order.forEach(file -> shell.json(command("import", options, file)));
                assertThat(shell.stats()).isEqualTo(answer.get("viewers"));
                for (String file : order) {
                    JsonNode again = shell.json(command("import", options, file));
                    assertThat(again.at("/summary/accepted").asInt()).as(file).isZero();
                    assertThat(again.at("/summary/replaced").asInt()).as(file).isZero();
                }
                assertThat(shell.stats()).isEqualTo(answer.get("viewers"));
            }
        }
    }

    @Test
    void a_list_that_was_sorted_wants_the_order_of_its_dates() {
        for (Shell shell : List.of(files(), memory(), database())) {
            String verb = shell.run("stats").exitCode() == 0 ? "import" : "stats";
            CommandRun run = shell.run(command(verb, "--as v", "netflix-short-sorted-by-title-dmy.csv"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--date-order dmy, mdy or ymd");
        }
        JsonNode chosen =
                files().json(command("stats", "--as v --date-order dmy", "netflix-short-sorted-by-title-dmy.csv"));
        assertThat(days(chosen.at("/viewers/0"))).isEqualTo("2024-02-05 2024-06-03 5");
    }

    @Test
    void somebody_elses_export_is_named_and_fails() {
        for (Shell shell : List.of(files(), memory(), database())) {
            String verb = shell.run("stats").exitCode() == 0 ? "import" : "stats";
            CommandRun run = shell.run(command(verb, "--as v", "foreign-json-object-simkl.json"));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Simkl").doesNotContain("\tat ");
        }
    }

    @Test
    void html_and_json_of_one_download_are_one_history() throws IOException {
        Path json = Files.writeString(folder.resolve("watch-history.json"), """
                [{"header":"YouTube","title":"Watched One","titleUrl":"https://www.youtube.com/watch?v=aaaaaaaaaaa",
                  "subtitles":[{"name":"Chan","url":"https://www.youtube.com/channel/UC111"}],
                  "time":"2026-01-03T20:00:00.123Z","products":["YouTube"]}]""");
        Shell shell = memory();
        shell.json(command("import", "--as v", "youtube-html-only.zip"));
        JsonNode before = shell.stats();
        JsonNode second =
                shell.json(command("import", "--as v", json.toAbsolutePath().toString()));
        assertThat(second.at("/summary/duplicate").asInt()).isEqualTo(1);
        assertThat(shell.stats()).isEqualTo(before);
    }

    @Test
    void a_length_above_a_day_and_an_unknown_date_are_in_the_summary() {
        CommandRun length = files().run(command("stats", "", "netflix-over-24h.csv"));
        assertThat(StoreFixture.json(length).at("/summary/lengthsIgnored").asInt())
                .isEqualTo(1);
        assertThat(length.err()).contains("1 lengths above 24 hours count as unknown");
        CommandRun undated = files().run(command("stats", "--as v", "trakt-unknown-date.json"));
        assertThat(StoreFixture.json(undated).at("/summary/skippedFor/undated").asInt())
                .isEqualTo(12);
        assertThat(undated.out()).doesNotContain("1970-01");
    }

    @Test
    void a_time_without_seconds_is_at_the_full_minute() {
        CommandRun events = memoryDump("netflix-excel-no-seconds.csv");
        assertThat(events.out()).contains("2021-08-23T21:14:00Z");
    }

    private CommandRun memoryDump(String file) {
        Shell shell = memory();
        shell.json(command("import", "", file));
        return shell.run("dump");
    }

    @Test
    void every_file_of_the_readme_is_there() throws IOException {
        try (Stream<Path> files = Files.list(FIELD)) {
            assertThat(files.filter(file -> !file.endsWith("README.md"))).hasSize(26);
        }
    }

    private static String counts(JsonNode summary) {
        long read = summary.get("read").asLong();
        long accepted = summary.get("accepted").asLong();
        long skipped = summary.get("skipped").asLong();
        long rejected = summary.get("rejected").asLong();
        assertThat(accepted + skipped + rejected).isEqualTo(read);
        return read + " " + accepted + " " + skipped + " " + rejected;
    }

    private static String days(JsonNode viewer) {
        JsonNode days = viewer.at("/calendar/days");
        return days.get(0).get("date").asText() + " "
                + days.get(days.size() - 1).get("date").asText() + " " + days.size();
    }

    /** The kinds, and how many episodes, movies and shows were completed. */
    private static String titles(JsonNode viewer) {
        TreeSet<String> kinds = new TreeSet<>();
        viewer.at("/viewingTime/all/byType")
                .forEach(type -> kinds.add(type.get("name").asText()));
        return String.join(" ", kinds) + " " + viewer.at("/totals/completedEpisodes") + " "
                + viewer.at("/totals/completedMovies") + " " + viewer.at("/totals/completedShows");
    }
}
