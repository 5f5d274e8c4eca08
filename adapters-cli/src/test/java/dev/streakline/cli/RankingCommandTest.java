package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ranking}, and what {@code recalculate --channel} does to it, at noon of 10 May 2026. */
class RankingCommandTest {

    private static final List<String> EVENTS = events();

    @TempDir
    private static Path sharedFolder;

    /** For those who only look. */
    private static StoreFixture shared;

    @TempDir
    private Path folder;

    private StoreFixture store;

    @BeforeAll
    static void fill() {
        shared = filled(sharedFolder);
    }

    @BeforeEach
    void share() {
        store = shared;
    }

    private static StoreFixture filled(Path folder) {
        StoreFixture store = StoreFixture.in(folder);
        String file = store.file("events.ndjson", EVENTS.toArray(String[]::new));
        assertThat(store.done("import", file).err()).contains(EVENTS.size() + " accepted");
        return store;
    }

    /**
     * On chess six viewers, two of them with the same time; Ada has a name, Gil has opted out. Hal is on music alone.
     */
    private static List<String> events() {
        List<String> events = new ArrayList<>(List.of(
                event("viewer", "ada", "home", "'zone':'UTC','name':'Ada Kaya'"),
                event("ranking-choice", "gil", "choice", "'listed':false"),
                watch("ada", "chess", 36_059),
                watch("ada", "music", 60),
                watch("bob", "chess", 3_600),
                watch("cem", "chess", 3_600),
                watch("dan", "chess", 1_800),
                watch("eve", "chess", 59),
                watch("fay", "chess", 80_000),
                watch("gil", "chess", 70_000),
                watch("hal", "music", 120)));
        for (String viewer : List.of("bob", "ada", "ada")) {
            events.add(event("interaction", viewer, "i" + events.size(), "'channel':'chess','kind':'chat'"));
        }
        return List.copyOf(events);
    }

    private static String watch(String viewer, String channel, int seconds) {
        return event("watch", viewer, channel, "'channel':'" + channel + "','seconds':" + seconds);
    }

    private static String event(String type, String subject, String id, String data) {
        return ("{'specversion':'1.0','id':'%s','source':'s','type':'streakline.%s.v1','subject':'%s',"
                        + "'time':'2026-05-09T20:00:00Z','data':{%s}}")
                .formatted(id, type, subject, data)
                .replace('\'', '"');
    }

    private String text(String... args) {
        return store.done(args).out().replace(System.lineSeparator(), "\n");
    }

    @Nested
    class Of_a_channel {

        @Test
        void people_read_its_first_viewers() {
            assertThat(text("ranking", "--channel", "chess", "--limit", "4")).isEqualTo("""
                    chess   as of 2026-05-10T12:00:00Z, 6 ranked by watch time

                      rank       hours    top  viewer
                         1       22:13   17 %  fay
                         2       10:00   34 %  Ada Kaya
                         3        1:00   50 %  bob
                         3        1:00   50 %  cem
                    """);
        }

        @Test
        void one_viewer_is_shown_between_their_neighbours() {
            assertThat(text("ranking", "--channel", "chess", "--limit", "1", "--around", "dan"))
                    .isEqualTo("""
                            chess   as of 2026-05-10T12:00:00Z, 6 ranked by watch time

                              rank       hours    top  viewer
                                 1       22:13   17 %  fay

                                 3        1:00   50 %  bob
                                 3        1:00   50 %  cem
                            >    5        0:30   84 %  dan
                                 6        0:00  100 %  eve
                            """);
        }

        @Test
        void messages_are_counted_instead_of_time() {
            assertThat(text("ranking", "--channel", "chess", "--metric", "messages", "--around", "ada"))
                    .isEqualTo("""
                            chess   as of 2026-05-10T12:00:00Z, 2 ranked by messages

                              rank    messages    top  viewer
                            >    1           2   50 %  Ada Kaya
                                 2           1  100 %  bob

                            >    1           2   50 %  Ada Kaya
                                 2           1  100 %  bob
                            """);
        }

        @Test
        void programs_read_the_same_as_json() {
            JsonNode answer = store.json("ranking", "--channel", "chess", "--limit", "2", "--around", "eve", "--json");
            assertThat(answer.toString()).isEqualTo("""
                    {"asOf":"2026-05-10T12:00:00Z","channel":"chess","metric":"watchTime","population":6,"items":[\
                    {"rank":1,"viewer":"fay","value":80000,"topPercent":17,"isYou":false},\
                    {"rank":2,"viewer":"ada","name":"Ada Kaya","value":36059,"topPercent":34,"isYou":false}],\
                    "nextCursor":%s,"around":[\
                    {"rank":3,"viewer":"cem","value":3600,"topPercent":50,"isYou":false},\
                    {"rank":5,"viewer":"dan","value":1800,"topPercent":84,"isYou":false},\
                    {"rank":6,"viewer":"eve","value":59,"topPercent":100,"isYou":true}]}""", answer.get("nextCursor"));
        }

        @Test
        void the_next_page_follows_the_cursor() {
            String cursor = store.json("ranking", "--channel", "chess", "--limit", "2", "--json")
                    .get("nextCursor")
                    .asText();
            assertThat(text("ranking", "--channel", "chess", "--limit", "2", "--cursor", cursor))
                    .isEqualTo("""
                            chess   as of 2026-05-10T12:00:00Z, 6 ranked by watch time

                              rank       hours    top  viewer
                                 3        1:00   50 %  bob
                                 3        1:00   50 %  cem
                            """);
            CommandRun unknown = store.run("ranking", "--cursor", "x");
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err()).contains("--cursor is unknown; use nextCursor of the previous page");
        }

        @Test
        void a_viewer_who_has_opted_out_is_in_none() {
            assertThat(text("ranking", "--channel", "chess", "--around", "gil"))
                    .endsWith("\n\n  gil is not ranked: they have no watch time, or have opted out\n");
            assertThat(store.json("ranking", "--channel", "chess", "--around", "gil", "--json")
                            .get("around"))
                    .isEmpty();
        }

        @Test
        void no_viewer_is_ranked_without_messages() {
            assertThat(text("ranking", "--channel", "music", "--metric", "messages", "--around", "hal"))
                    .isEqualTo("""
                            music   as of 2026-05-10T12:00:00Z, 0 ranked by messages

                              no viewer is ranked

                              hal is not ranked: they have sent no messages, or have opted out
                            """);
        }

        @Test
        void one_of_which_nothing_was_ever_ranked_is_not_found() {
            for (String command : List.of("ranking", "recalculate")) {
                CommandRun run = store.run(command, "--channel", "Chess");
                assertThat(run.exitCode()).isEqualTo(4);
                assertThat(run.err()).contains("the channel Chess was never ranked", "stats --channels");
                assertThat(run.out()).isEmpty();
            }
        }
    }

    @Nested
    class Of_the_whole_store {

        @Test
        void everything_of_a_viewer_counts() {
            assertThat(text("ranking", "--limit", "2")).isEqualTo("""
                    all viewers   as of 2026-05-10T12:00:00Z, 7 ranked by watch time

                      rank       hours    top  viewer
                         1       22:13   15 %  fay
                         2       10:01   29 %  Ada Kaya
                    """);
            assertThat(store.json("ranking", "--json").at("/channel").isMissingNode())
                    .isTrue();
        }

        @Test
        void one_that_was_never_ranked_names_the_remedy() {
            store = filled(folder);
            store.sql("truncate streakline.standings, streakline.standings_mark");
            assertThat(text("ranking", "--around", "ada"))
                    .isEqualTo("all viewers   never ranked; run 'streakline recalculate'\n");
            JsonNode answer = store.json("ranking", "--json");
            assertThat(answer.has("asOf")).isFalse();
            assertThat(answer.get("population").asInt()).isZero();
            assertThat(answer.get("items")).isEmpty();
            assertThat(answer.get("around")).isEmpty();
        }

        @Test
        void a_store_that_is_not_there_is_not_found() {
            assertThat(CommandRun.of("ranking").exitCode()).isEqualTo(4);
        }
    }

    @Nested
    class Made_anew {

        @BeforeEach
        void fill() {
            store = filled(folder);
        }

        private int viewers(String... args) {
            return store.json(args).get("viewers").asInt();
        }

        @Test
        void a_channel_is_folded_and_ranked_without_the_viewers_of_others() {
            store.sql("truncate streakline.standings, streakline.standings_mark");
            assertThat(viewers("recalculate", "--channel", "music", "--json")).isEqualTo(2);
            assertThat(text("ranking", "--channel", "music"))
                    .contains("2 ranked")
                    .containsSubsequence("hal", "Ada Kaya");
            assertThat(store.run("ranking", "--channel", "chess").exitCode()).isEqualTo(4);
        }

        @Test
        void a_dry_run_compares_its_viewers_alone() {
            store.sql("update streakline.viewer_statistics set digest = gen_random_uuid()");
            JsonNode found = store.json("recalculate", "--channel", "music", "--dry-run", "--json");
            assertThat(found.get("viewers").asInt()).isEqualTo(2);
            assertThat(found.get("different").toString()).isEqualTo("[\"ada\",\"hal\"]");
        }

        @Test
        void a_forgotten_viewer_leaves_at_once() {
            store.done("forget", "fay");
            assertThat(store.number("select count(*) from streakline.standings_mark"))
                    .isZero();
            assertThat(text("ranking", "--channel", "chess", "--limit", "1")).contains("5 ranked", "Ada Kaya");
            assertThat(text("ranking", "--limit", "1")).contains("6 ranked", "Ada Kaya");
        }
    }

    @Nested
    class With_a_wrong_command_line {

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "1001", "x"})
        void a_limit_is_from_1_to_1000(String limit) {
            CommandRun run = CommandRun.of("ranking", "--limit", limit);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("is not a number from 1 to 1000");
        }

        @Test
        void a_metric_is_one_of_two() {
            CommandRun run = CommandRun.of("ranking", "--metric", "time\u202E");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("'time\uFFFD' is not a metric; use one of watchTime, messages");
        }

        @Test
        void an_unknown_viewer_is_not_found() {
            CommandRun run = store.run("ranking", "--around", "zoe");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("there is no viewer zoe");
        }

        @Test
        void one_channel_and_everybody_exclude_each_other() {
            assertThat(store.run("recalculate", "--channel", "chess", "--all").exitCode())
                    .isEqualTo(2);
        }
    }

    @Test
    void no_name_steers_the_terminal() {
        store = filled(folder);
        store.taking(event("viewer", "hal", "home", "'zone':'UTC','name':'H\u202El'"));
        assertThat(text("ranking", "--channel", "music")).contains("H\uFFFDl").doesNotContain("\u202E");
    }
}
