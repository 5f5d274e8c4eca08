package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCommandTest {

    private static final String SHOWN = CommandRun.in(
                    Map.of("STREAKLINE_DATA", "target/nothing-kept"), "policy", "show", "--json")
            .out();

    @TempDir
    private Path folder;

    private String policies(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), text).toString();
    }

    private String withFreezes() throws IOException {
        return policies(SHOWN.replace("\"freezeCap\":0", "\"freezeCap\":2"));
    }

    @Test
    void the_defaults_are_shown_where_no_store_is_and_none_is_made() {
        Path data = folder.resolve("data");
        CommandRun run = CommandRun.in(Map.of(), "policy", "show", "--data", data.toString());
        assertThat(run.out())
                .contains("version      0")
                .contains("day start    00:00")
                .contains("streak       7 bronze, 30 silver, 90 gold, 365 platinum");
        assertThat(data).doesNotExist();
    }

    @Test
    void no_command_of_the_two_is_a_wrong_command_line_with_help() {
        CommandRun run = CommandRun.of("policy");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("show").contains("set").contains("Examples:");
    }

    @Nested
    class Setting {

        private StoreFixture store;

        @BeforeEach
        void open() {
            store = StoreFixture.in(folder);
        }

        @Test
        void what_was_shown_is_in_force_already() throws IOException {
            CommandRun run = store.done(
                    "policy",
                    "set",
                    policies(store.done("policy", "show", "--json").out()));
            assertThat(run.out()).contains("version      0").contains("in force already");
            assertThat(store.number("select count(*) from streakline.policy")).isZero();
        }

        @Test
        void other_policies_get_the_next_number_and_are_shown() throws IOException {
            assertThat(store.done("policy", "set", withFreezes()).out())
                    .contains("version      1")
                    .contains("one every 7 qualified days, at most 2 held")
                    .contains("streakline recalculate");
            String shown = store.done("policy", "show", "--json").out();
            assertThat(shown)
                    .isEqualTo(SHOWN.replace("\"version\":0", "\"version\":1")
                            .replace("\"freezeCap\":0", "\"freezeCap\":2"));
            assertThat(store.json("policy", "set", policies(shown), "--json")
                            .get("version")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void makes_everybody_due() throws IOException {
            store.taking(StoreFixture.days("ada", 2));
            store.taking(StoreFixture.days("bob", 3));
            assertThat(store.json("recalculate", "--json").get("viewers").asInt())
                    .isZero();
            store.done("policy", "set", withFreezes());
            assertThat(store.json("verify", "--json").get("pending").asInt()).isEqualTo(2);
            assertThat(store.done("doctor").out()).contains("2 viewers are due");
            assertThat(store.json("recalculate", "--json").get("viewers").asInt())
                    .isEqualTo(2);
            assertThat(store.done("doctor").out()).contains("no viewer is due");
        }

        @Test
        void changes_nothing_when_it_is_a_dry_run() throws IOException {
            assertThat(store.done("policy", "set", withFreezes(), "--dry-run").out())
                    .contains("version      1")
                    .contains("nothing was changed");
            assertThat(store.json("policy", "show", "--json").get("version").asInt())
                    .isZero();
        }

        @Test
        void a_missing_file_is_not_found() {
            CommandRun run =
                    store.run("policy", "set", folder.resolve("none.json").toString());
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err())
                    .contains("none.json")
                    .contains("there is no such file")
                    .doesNotContain("Exception");
        }

        @Test
        void a_folder_cannot_be_read() {
            CommandRun run = store.run("policy", "set", folder.toString());
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).doesNotContain("Exception");
        }
    }

    /** Part of the policies is replaced by something wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "freezeCap":0       | "freezeCap":-1             | /streaks: freezeCap must be from 0 to 366, but is -1.
                    "freezeCap":0       | "freezeCap":1.5            | /streaks/freezeCap: must be a whole number of at most 32 bits, but is 1.5.
                    "freezeCap":0       | "freezeCap":"0"            | /streaks/freezeCap: must be a whole number of at most 32 bits, but is "0".
                    "freezeCap":0       | "freezeCap":null           | /streaks/freezeCap: is missing, or null.
                    "freezeCap":0       | "freezeCap":99999999999    | /streaks/freezeCap: must be a whole number of at most 32 bits, but is 99999999999.
                    "freezeCap":0       | "freezeCap":0,"x":1        | /streaks/x: is unknown; use one of daysPerFreeze, freezeCap, minimumSeconds.
                    "freezeCap":0,      | ``                         | /streaks/freezeCap: is missing, or null.
                    "freezeCap":0       | "freezeCap":0,"freezeCap":0 | the text has a member twice: line 1, column
                    "dayStart":"00:00"  | "dayStart":"9:99"          | /dayStart: must be a time such as "04:00".
                    "dayStart":"00:00"  | "dayStart":"07:00"         | /dayStart: dayStart must be a whole second from 00:00 to 06:00, but is 07:00.
                    "dayStart":"00:00"  | "dayStart":4               | /dayStart: must be a text, but is 4.
                    "tier":"platinum"   | "tier":"tin"               | /ladders/0/rungs/6/tier: must be one of bronze, silver, gold, platinum.
                    "threshold":25      | "threshold":10             | /ladders/0/rungs: rungs of movies must ascend
                    "measure":"movies"  | "measure":"naps"           | /ladders/0/measure: must be one of movies
                    "measure":"movies"  | "measure":"shows"          | /ladders: ladders must measure different things
                    "percent":80        | "percent":0                | /completion: percent must be
                    "ladders":[         | "ladders":[null,           | /ladders/0: is missing, or null.
                    """)
    void a_wrong_member_is_named_and_nothing_is_changed(String right, String wrong, String message) throws IOException {
        assertThat(SHOWN).contains(right);
        int at = SHOWN.indexOf(right);
        assertRefused(SHOWN.substring(0, at) + wrong + SHOWN.substring(at + right.length()), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {        | the text is not JSON: line 1, column 2.
                    []       | The body must be one JSON object
                    null     | it must be an object.
                    {}       | /completion: is missing, or null. /dayStart: is missing, or null. /ladders: is missing
                    policies | the text is not JSON: line 1, column 1.
                    {} {}    | and nothing after it.
                    """)
    void what_is_no_object_of_policies_is_refused(String text, String message) throws IOException {
        assertRefused(text, message);
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertRefused("", "must be one JSON object");
    }

    private void assertRefused(String text, String message) throws IOException {
        Path data = folder.resolve("data");
        CommandRun run = CommandRun.in(Map.of("STREAKLINE_DATA", data.toString()), "policy", "set", policies(text));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains(message)
                .contains("Nothing was changed")
                .doesNotContain("Jackson", "Feature", "[Ladder");
        assertThat(data).doesNotExist();
    }
}
