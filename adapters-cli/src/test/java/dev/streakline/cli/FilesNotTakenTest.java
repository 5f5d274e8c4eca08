package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary and the exit code for files of which little or nothing was imported. */
class FilesNotTakenTest {

    private static final String PLAY = StoreFixture.watch("ada", "1", "2026-05-09T20:00:00Z");

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String events(String... lines) throws IOException {
        return file("events.ndjson", String.join("\n", lines));
    }

    private CommandRun stats(String... args) {
        List<String> all = new ArrayList<>(
                List.of("stats", "--rejects", folder.resolve("rejects.ndjson").toString()));
        all.addAll(List.of(args));
        return CommandRun.of(all.toArray(new String[0]));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void a_file_of_which_all_is_skipped_fails_with_the_reason() throws IOException {
        String searches = """
                [{"header":"YouTube","title":"Searched for cats","time":"2026-01-05T20:00:00Z",
                  "titleUrl":"https://www.youtube.com/results?search_query=cats"}]""";
        CommandRun run = stats(file("search-history.json", searches), "--as", "ada");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("streakline: nothing of ").contains("activity that is not viewing");
    }

    @Test
    void a_file_of_which_nothing_is_taken_fails_with_the_reason_on_one_line() throws IOException {
        CommandRun run = stats(events("{\"specversion\":1}", "{\"specversion\":2}"), "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().findFirst().orElse(""))
                .contains("nothing of", "events.ndjson was accepted: ", "(2 of 2 rejected");
        assertThat(new ObjectMapper()
                        .readTree(run.out())
                        .at("/summary/rejected")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_file_of_which_some_rows_are_skipped_and_all_others_rejected_fails_too() throws IOException {
        String rows = """
                Profile Name,Start Time,Duration,Title,Supplemental Video Type
                Ana,2026-01-10 20:00:00,0:00:20,Film,TRAILER
                Ana,at noon,0:30:00,Film,
                """;
        CommandRun run = stats(file("ViewingActivity.csv", rows));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("streakline: nothing of ").contains("1 skipped, 1 rejected");
    }

    @Test
    void a_mostly_rejected_file_is_reported_first_and_its_other_lines_count() throws IOException {
        CommandRun run = stats(events(PLAY, "{\"specversion\":1}", "{\"specversion\":2}"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines().findFirst().orElse("")).contains("most of", "2 of 3 lines");
        assertThat(run.out()).contains("ada");
    }

    @Test
    void a_file_of_which_half_is_rejected_is_not_mostly_rejected() throws IOException {
        CommandRun run = stats(events(PLAY, "{\"specversion\":1}"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).doesNotContain("most of");
    }

    @Test
    void an_unknown_format_among_several_files_is_named_and_the_others_are_read() throws IOException {
        String other = file("notes.txt", "hello\n");
        String events = events(PLAY);
        for (String[] order : new String[][] {{other, events}, {events, other}}) {
            CommandRun run = stats(order[0], order[1], "--json");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("Cannot recognise the format of " + other);
            assertThat(new ObjectMapper()
                            .readTree(run.out())
                            .at("/viewers/0/totals/plays")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(stats(other).exitCode()).isEqualTo(1);
    }

    @Test
    void titles_and_zones_beside_plays_are_no_entries() throws IOException {
        String trakt = """
                [{"id":1,"watched_at":"2026-05-09T20:00:00Z","type":"movie","movie":{"title":"A","ids":{"trakt":1}}},
                 {"id":2,"watched_at":"2026-05-08T20:00:00Z","type":"movie","movie":{"title":"B","ids":{"trakt":2}}},
                 {"id":2,"watched_at":"2026-05-08T20:00:00Z","type":"movie","movie":{"title":"B","ids":{"trakt":2}}},
                 {"id":4,"watched_at":"1970-01-01T00:00:00Z","type":"movie","movie":{"title":"C","ids":{"trakt":3}}},
                 17]""";
        JsonNode summary = json(stats(file("history.json", trakt), "--as", "ada", "--json"))
                .at("/summary");
        assertThat(summary.toString())
                .isEqualTo("{\"read\":5,\"accepted\":2,\"duplicate\":1,\"skipped\":1,\"rejected\":1,"
                        + "\"skippedFor\":{\"undated\":1},\"renamed\":0,\"withdrawn\":0,\"lengthsIgnored\":0,\"replaced\":0,"
                        + "\"titles\":2,\"zones\":0}");
    }
}
