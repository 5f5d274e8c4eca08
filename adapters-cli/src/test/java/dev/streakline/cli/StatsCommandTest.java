package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatsCommandTest {

    private static final String FILM = """
            {"specversion":"1.0","id":"t","source":"s","type":"streakline.title.v1","subject":"film",\
            "time":"2026-01-01T00:00:00Z",\
            "data":{"kind":"movie","name":"Film","genres":["b","a"],"runtimeSeconds":101}}
            """;

    /** The rest of a summary in which nothing was skipped, renamed or described. */
    private static final String NOTHING_ELSE =
            ",\"skippedFor\":{},\"renamed\":0,\"withdrawn\":0,\"lengthsIgnored\":0,\"replaced\":0,\"titles\":0,\"zones\":0}";

    @TempDir
    private Path folder;

    private static String watch(String viewer, String id, String time) {
        return """
                {"specversion":"1.0","id":"%s","source":"s","type":"streakline.watch.v1","subject":"%s","time":"%s",\
                "data":{"title":"film","seconds":101}}
                """.formatted(id, viewer, time);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String file(String... lines) throws IOException {
        return file("events.ndjson", String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    private String rejects() {
        return folder.resolve("rejects.ndjson").toString();
    }

    private CommandRun stats(String file, String... options) {
        String[] args = {"stats", file, "--rejects", rejects()};
        String[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        return CommandRun.of(all);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Nested
    class WithAHistory {

        @Test
        void prints_streak_totals_and_breakdowns_as_json() throws IOException {
            JsonNode answer = json(stats(
                    file(FILM, watch("ada", "1", "2026-05-08T20:00:00Z"), watch("ada", "2", "2026-05-09T20:00:00Z")),
                    "--json"));
            JsonNode ada = answer.at("/viewers/0");
            assertThat(ada.at("/viewer").asText()).isEqualTo("ada");
            assertThat(ada.at("/streak/status").asText()).isEqualTo("at_risk");
            assertThat(ada.at("/streak/currentStreak").asInt()).isEqualTo(2);
            assertThat(ada.at("/streak/expiresAt").asText()).isEqualTo("2026-05-11T00:00:00Z");
            assertThat(ada.at("/totals/seconds").asLong()).isEqualTo(202);
            assertThat(ada.at("/totals/hours").asText()).isEqualTo("0.06");
            assertThat(ada.at("/viewingTime/all/byGenre/0/name").asText()).isEqualTo("a");
            assertThat(ada.at("/viewingTime/all/byGenre/0/seconds").asLong()).isEqualTo(102);
            assertThat(ada.at("/viewingTime/all/byGenre/1/seconds").asLong()).isEqualTo(100);
            assertThat(answer.at("/summary/read").asInt()).isEqualTo(3);
            assertThat(answer.at("/summary/accepted").asInt()).isEqualTo(3);
        }

        @Test
        void shows_every_viewer_when_none_is_named() throws IOException {
            JsonNode answer = json(stats(
                    file(watch("bob", "1", "2026-05-08T20:00:00Z"), watch("ada", "1", "2026-05-08T20:00:00Z")),
                    "--json"));
            assertThat(answer.at("/viewers").findValuesAsText("viewer")).containsExactly("ada", "bob");
        }

        @Test
        void counts_days_in_the_zone_that_is_asked_for() throws IOException {
            String file = file(watch("ada", "1", "2026-05-08T23:30:00Z"), watch("ada", "2", "2026-05-09T20:00:00Z"));
            assertThat(json(stats(file, "--json"))
                            .at("/viewers/0/totals/activeDays")
                            .asInt())
                    .isEqualTo(2);
            assertThat(json(stats(file, "--json", "--zone", "Europe/Berlin"))
                            .at("/viewers/0/totals/activeDays")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void knows_nothing_of_what_came_after_the_moment_asked_for() throws IOException {
            JsonNode ada = json(stats(
                            file(watch("ada", "1", "2026-05-08T20:00:00Z"), watch("ada", "2", "2026-05-09T20:00:00Z")),
                            "--json",
                            "--as-of",
                            "2026-05-08T21:00:00Z"))
                    .at("/viewers/0");
            assertThat(ada.at("/totals/plays").asInt()).isEqualTo(1);
            assertThat(ada.at("/streak/status").asText()).isEqualTo("active");
        }

        @Test
        void speaks_to_people_without_json() throws IOException {
            CommandRun run = stats(file(FILM, watch("ada", "1", "2026-05-09T20:00:00Z")));
            assertThat(run.out())
                    .contains("ada   as of 2026-05-10T12:00:00Z, UTC")
                    .contains("1 day, at risk, lasts until 2026-05-11T00:00:00Z")
                    .contains("9 left");
            assertThat(run.err()).contains("read 2: 2 accepted, 0 duplicate, 0 skipped, 0 rejected");
        }

        @Test
        void lets_no_file_steer_the_terminal() throws IOException {
            String platform = watch("ada", "1", "2026-05-09T20:00:00Z")
                    .replace("\"seconds\":101", "\"platform\":\"tv\\u001b[31m\\u202e\"");
            assertThat(stats(file(platform)).out())
                    .contains("tv\uFFFD[31m\uFFFD")
                    .doesNotContain("\u001b");
        }

        @Test
        void is_quiet_when_asked_to_be() throws IOException {
            assertThat(stats(file(watch("ada", "1", "2026-05-09T20:00:00Z")), "--quiet")
                            .err())
                    .isEmpty();
        }

        @Test
        void an_unknown_viewer_is_not_found_and_the_known_ones_are_named() throws IOException {
            CommandRun run = stats(file(watch("ada", "1", "2026-05-09T20:00:00Z")), "--viewer", "eve");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("there is no viewer eve").contains("Name one of ada");
        }

        @Test
        void an_empty_file_has_no_viewers() throws IOException {
            assertThat(json(stats(file(""), "--json")).at("/viewers")).isEmpty();
        }
    }

    @Nested
    class WithAHistoryThatDoesNotNameItsViewer {

        private static final String SHORT = "Title,Date\nDark,09/05/2026\nOzark,08/05/2026\n";

        private String shortList(String rows) throws IOException {
            return file("NetflixViewingHistory.csv", rows.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void it_is_the_history_of_the_named_viewer_and_a_second_reading_adds_nothing() throws IOException {
            String file = shortList(SHORT);
            JsonNode answer = json(stats(file, file, "--as", "ada", "--date-order", "dmy", "--json"));
            assertThat(answer.at("/summary").toString())
                    .isEqualTo(
                            "{\"read\":4,\"accepted\":2,\"duplicate\":2,\"skipped\":0,\"rejected\":0" + NOTHING_ELSE);
            assertThat(answer.at("/viewers/0/viewer").asText()).isEqualTo("ada");
            assertThat(answer.at("/viewers/0/streak/currentStreak").asInt()).isEqualTo(2);
        }

        @Test
        void nobody_is_named() throws IOException {
            CommandRun run = stats(shortList(SHORT));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--as VIEWER");
        }

        @Test
        void the_order_of_its_dates_is_ambiguous() throws IOException {
            CommandRun run = stats(shortList(SHORT.replace("2026", "2025")), "--as", "ada");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("09/05/2025").contains("--date-order dmy, mdy or ymd");
        }

        @Test
        void the_order_of_its_dates_is_known_where_the_other_one_lies_ahead_and_is_printed() throws IOException {
            CommandRun run = stats(shortList(SHORT), "--as", "ada", "--json");
            assertThat(json(run).at("/viewers/0/streak/lastWatchedDate").asText())
                    .isEqualTo("2026-05-09");
            assertThat(run.err()).contains("NetflixViewingHistory.csv are read as day/month/year");
        }

        @Test
        void dates_before_all_histories_and_after_today_are_rejected() throws IOException {
            String rows = "Title,Date\na,31/12/2026\nb,09/05/2026\nc,01/01/1970\nd,31/12/1870\n";
            JsonNode summary =
                    json(stats(shortList(rows), "--as", "ada", "--json")).at("/summary");
            assertThat(summary.at("/accepted").asInt()).isEqualTo(2);
            assertThat(Files.readAllLines(Path.of(rejects())))
                    .satisfiesExactly(
                            entry -> assertThat(entry).contains("\"line\":2", "event.time_future", "/data/date"),
                            entry -> assertThat(entry).contains("\"line\":5", "event.time_too_old", "/data/date"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"--as=", "--as=a\u0007", "--date-order=d/m/y"})
        void an_option_that_means_nothing_is_refused(String option) throws IOException {
            assertThat(stats(shortList(SHORT), option).exitCode()).isEqualTo(2);
        }

        @Test
        void a_member_of_a_zip_is_named_where_its_lines_are_rejected() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                for (String member : new String[] {"one.csv", "two.csv"}) {
                    zip.putNextEntry(new ZipEntry(member));
                    zip.write(("Title,Date\n" + member + ",31/12/1870\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            stats(file("takeout.zip", packed.toByteArray()), "--as", "ada");
            assertThat(Files.readAllLines(Path.of(rejects())))
                    .satisfiesExactly(
                            entry -> assertThat(entry).contains("\"member\":\"one.csv\"", "one.csv,31/12/1870"),
                            entry -> assertThat(entry).contains("\"member\":\"two.csv\"", "two.csv,31/12/1870"));
        }
    }

    @Nested
    class WithHostileLines {

        @Test
        void rejected_lines_of_several_files_are_all_kept() throws IOException {
            String one = file("one", "{\"specversion\":1}\n".getBytes(StandardCharsets.UTF_8));
            String two = file("two", "{\"specversion\":2}\n".getBytes(StandardCharsets.UTF_8));
            CommandRun run = stats(one, two);
            assertThat(run.err()).contains("1 line of " + one, "1 line of " + two);
            assertThat(Files.readAllLines(Path.of(rejects()))).hasSize(2);
        }

        @Test
        void no_history_is_written_over_by_its_rejected_lines() throws IOException {
            String file = file("{\n");
            CommandRun run = CommandRun.of("stats", file, "--rejects", file);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(Files.readString(Path.of(file))).isEqualTo("{\n");
        }

        @Test
        void what_is_not_taken_is_in_the_reject_file_and_the_rest_counts() throws IOException {
            String first = watch("ada", "1", "2026-05-09T20:00:00Z");
            CommandRun run = stats(
                    file(
                            first,
                            first,
                            watch("ada", "1", "2026-05-09T21:00:00Z"),
                            "not json\n",
                            watch("ada", "3", "1870-01-01T00:00:00Z"),
                            first.replace("\"seconds\":101", "\"seconds\":-1").replace("\"id\":\"1\"", "\"id\":\"4\"")),
                    "--json");
            JsonNode summary = json(run).at("/summary");
            assertThat(summary.toString())
                    .isEqualTo(
                            "{\"read\":6,\"accepted\":1,\"duplicate\":1,\"skipped\":0,\"rejected\":4" + NOTHING_ELSE);
            assertThat(Files.readAllLines(Path.of(rejects())))
                    .hasSize(4)
                    .satisfiesExactlyInAnyOrder(
                            entry -> assertThat(entry).contains("\"line\":3", "event.conflict"),
                            entry -> assertThat(entry).contains("\"line\":4", "not json"),
                            entry -> assertThat(entry).contains("\"line\":5", "event.time_too_old", "/time"),
                            entry -> assertThat(entry).contains("\"line\":6", "event.out_of_range", "/data/seconds"));
            assertThat(run.err()).contains("4 lines of").contains("rejected; see");
        }

        @Test
        void a_truncated_gzip_is_counted_as_far_as_it_goes_and_fails() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                for (int i = 0; i < 5_000; i++) {
                    gzip.write(watch("ada", Integer.toString(i * 7919), "2026-05-09T20:00:00Z")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            byte[] whole = packed.toByteArray();
            CommandRun run = stats(file("events.gz", Arrays.copyOf(whole, whole.length / 2)), "--json");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("ends early");
            assertThat(new ObjectMapper()
                            .readTree(run.out())
                            .at("/summary/accepted")
                            .asInt())
                    .isBetween(100, 4_900);
            assertThat(Files.readAllLines(Path.of(rejects()))).hasSize(1);
        }
    }

    @Nested
    class WithAWrongCommandLine {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                +02:00        | Use a region such as Europe/Berlin, or UTC
                EST           | Use a region such as Europe/Berlin, or UTC
                europe/berlin | Use Europe/Berlin
                Mars/Base     | update Java, or use a zone with the same clock
                ''            | it must have 1 to 128
                """)
        void a_zone_that_is_none_is_refused_with_what_to_do(String zone, String advice) throws IOException {
            CommandRun run = stats(file(""), "--zone", zone);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("'--zone'", advice);
        }

        @ParameterizedTest
        @ValueSource(strings = {"yesterday", "2026-05-10T12:00:00", "+999999-01-01T00:00:00Z", "1899-12-31T23:59:59Z"})
        void an_instant_that_is_none_is_refused(String instant) throws IOException {
            CommandRun run = stats(file(""), "--as-of", instant);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("2026-05-10T12:00:00Z");
        }

        @Test
        void a_file_that_is_not_there_is_not_found() {
            CommandRun run = CommandRun.of("stats", folder.resolve("none.csv").toString());
            assertThat(run.exitCode()).isEqualTo(4);
        }

        @Test
        void without_a_file_and_a_store_it_explains_how_to_fill_one() {
            CommandRun run = CommandRun.of("stats");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("streakline import FILE");
        }

        @Test
        void no_command_and_an_unknown_command_are_not_understood() {
            assertThat(CommandRun.of().exitCode()).isEqualTo(2);
            assertThat(CommandRun.of("stat").exitCode()).isEqualTo(2);
            assertThat(CommandRun.of("stat").err()).contains("stats");
        }

        @Test
        void help_shows_examples() {
            assertThat(CommandRun.of("stats", "--help").out()).contains("Examples:", "--as-of 2026-05-10T12:00:00Z");
        }
    }
}
