package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code stats --channel} and {@code --channels}, at noon of 10 May 2026. */
class ChannelStatsTest {

    /** Ada in Berlin: two days of chess with words, one song. Bob watches a film without a channel. */
    private static final String HISTORY = String.join(
            "",
            event("viewer", "ada", "home", "2026-01-01T00:00:00Z", "'zone':'Europe/Berlin'"),
            event("watch", "ada", "1", "2026-05-07T22:30:00Z", "'channel':'chess','seconds':36000"),
            event("watch", "ada", "2", "2026-05-09T18:00:00Z", "'channel':'chess','seconds':1800"),
            event("interaction", "ada", "3", "2026-05-09T18:01:00Z", "'channel':'chess','kind':'chat'"),
            event("interaction", "ada", "4", "2026-05-09T18:02:00Z", "'channel':'chess','kind':'cheer','bits':250"),
            event("interaction", "ada", "5", "2026-05-09T18:03:00Z", "'channel':'chess','kind':'subscription'"),
            event("watch", "ada", "6", "2026-05-09T20:00:00Z", "'channel':'music','seconds':45"),
            event("watch", "bob", "7", "2026-05-09T20:00:00Z", "'seconds':600"));

    @TempDir
    private Path folder;

    private static String event(String type, String subject, String id, String time, String data) {
        return ("{'specversion':'1.0','id':'%s','source':'s','type':'streakline.%s.v1','subject':'%s','time':'%s',"
                        + "'data':{%s}}%n")
                .formatted(id, type, subject, time, data)
                .replace('\'', '"');
    }

    private CommandRun stats(String history, String... options) throws IOException {
        String file =
                Files.writeString(folder.resolve("events.ndjson"), history).toString();
        List<String> args = new ArrayList<>(
                List.of("stats", file, "--rejects", folder.resolve("r").toString()));
        args.addAll(List.of(options));
        CommandRun run = CommandRun.of(args.toArray(String[]::new));
        return new CommandRun(run.exitCode(), run.out().replace(System.lineSeparator(), "\n"), run.err());
    }

    private JsonNode viewers(String history, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--json");
        CommandRun run = stats(history, all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).at("/viewers");
    }

    /** What programs read of Ada on the channel of chess. */
    private JsonNode ada(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--viewer", "ada", "--channel", "chess"));
        all.addAll(List.of(options));
        return viewers(HISTORY, all.toArray(String[]::new)).get(0);
    }

    @Nested
    class On_a_channel {

        @Test
        void people_read_all_that_a_viewer_is_to_it() throws IOException {
            CommandRun run = stats(HISTORY, "--viewer", "ada", "--channel", "chess");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("""
                    ada on chess   as of 2026-05-10T12:00:00Z, Europe/Berlin

                      watched     10.50 h in 2 sessions, average 315 min, 2026-05-08 to 2026-05-09
                      messages    3: chat 1, subscriptions 1, cheers 1 (250 bits), gifts 0, raids 0
                      loyalty     3 days from the first to today, active on 2
                      streak      2 days, longest 2 days
                      activity    2 of the last 30 days, 2 of the last 90, most in 2026-05 (2 days)

                      watch time     ░░░░░░░░░░░░░░░░░░░░   2
                      messages       ░░░░░░░░░░░░░░░░░░░░   0
                      loyalty        ░░░░░░░░░░░░░░░░░░░░   1
                      activity       █░░░░░░░░░░░░░░░░░░░   7
                      bits           ░░░░░░░░░░░░░░░░░░░░   3
                      subscriptions  █░░░░░░░░░░░░░░░░░░░   8

                      watch-time   newcomer      1 session           2026-05-08
                                   loyal-viewer  10 hours            2026-05-08
                                   veteran-fan   50 hours            21 %
                                   iron-fan      100 hours           10 %
                                   legendary     500 hours           2 %
                      interaction  first-words   1 message           2026-05-09
                                   chatty        100 messages        3 %
                                   influencer    500 messages        0 %
                                   super-chatty  1,000 messages      0 %
                      loyalty      new-follower  1 tracking day      2026-05-08
                                   long-term     30 tracking days    10 %
                                   og-fan        90 tracking days    3 %
                                   die-hard      365 tracking days   0 %
                      streak       streak-7      7 streak days       28 %
                                   streak-30     30 streak days      6 %
                                   streak-90     90 streak days      2 %

                    """);
        }

        @Test
        void programs_read_the_same_as_json() throws IOException {
            JsonNode ada = ada();
            assertThat(String.join(" ", (Iterable<String>) ada::fieldNames))
                    .isEqualTo(
                            "asOf viewer channel zone watchTime messages loyalty activity rankings badges radarScores");
            assertThat(ada.get("channel").asText()).isEqualTo("chess");
            assertThat(ada.get("watchTime")).hasToString("""
                    {"seconds":37800,"minutes":630,"hours":10.5,"estimatedSeconds":0,"sessions":2,\
                    "averageSessionSeconds":18900,"firstWatched":"2026-05-08","lastWatched":"2026-05-09"}""");
            assertThat(ada.get("messages"))
                    .hasToString(
                            "{\"total\":3,\"chat\":1,\"subscriptions\":1,\"cheers\":1,\"gifts\":0,\"raids\":0,\"bits\":250}");
            assertThat(ada.get("loyalty"))
                    .hasToString("{\"trackingDays\":3,\"activeDays\":2,\"longestStreak\":2,\"currentStreak\":2}");
            assertThat(ada.get("activity")).hasToString("""
                    {"last30Days":2,"last90Days":2,"mostActiveMonth":"2026-05","mostActiveMonthDays":2}""");
            assertThat(ada.get("badges")).hasSize(16);
            assertThat(ada.at("/badges/1")).hasToString("""
                    {"badge":"loyal-viewer","category":"watch-time","unit":"hours","threshold":10,"progress":100,\
                    "unlockedAt":"2026-05-07T22:30:00Z","precision":"instant"}""");
            assertThat(ada.at("/badges/2")).hasToString("""
                    {"badge":"veteran-fan","category":"watch-time","unit":"hours","threshold":50,"progress":21}""");
            assertThat(ada.get("rankings")).hasToString("""
                    {"watchTime":{"reason":"not_ranked_yet"},"messages":{"reason":"not_ranked_yet"}}""");
            assertThat(ada.get("radarScores")).hasToString("""
                    {"watchTime":2,"interaction":0,"loyalty":1,"activity":7,"contribution":3,"community":8}""");
        }

        @Test
        void what_came_after_the_moment_does_not_count() throws IOException {
            JsonNode ada = ada("--as-of", "2026-05-09T18:01:30Z");
            assertThat(ada.at("/messages/total").asInt()).isEqualTo(1);
            assertThat(ada.at("/loyalty/trackingDays").asInt()).isEqualTo(2);
            JsonNode before = ada("--as-of", "2026-05-08T12:00:00Z");
            assertThat(before.at("/badges").findValuesAsText("progress").get(5)).isEqualTo("0");
            assertThat(before.at("/badges/5/unlockedAt").isMissingNode()).isTrue();
        }

        @Test
        void days_are_those_of_the_zone_that_is_asked_for() throws IOException {
            JsonNode ada = ada("--zone", "UTC");
            assertThat(ada.at("/watchTime/firstWatched").asText()).isEqualTo("2026-05-07");
            assertThat(ada.at("/loyalty/currentStreak").asInt()).isEqualTo(1);
        }

        @Test
        void sessions_without_a_length_are_reported_as_such() throws IOException {
            String unknown = event("watch", "ada", "1", "2026-05-09T18:00:00Z", "'channel':'chess'");
            assertThat(stats(unknown, "--channel", "chess").out())
                    .contains("  watched     0.00 h in 1 session, length unknown, 2026-05-09 to 2026-05-09\n")
                    .contains("  messages    none\n");
            JsonNode ada = viewers(unknown, "--channel", "chess").get(0);
            assertThat(ada.at("/watchTime/averageSessionSeconds").isMissingNode())
                    .isTrue();
        }

        @Test
        void a_viewer_with_messages_only_has_watched_nothing() throws IOException {
            String chat = event("interaction", "ada", "1", "2026-05-09T18:00:00Z", "'channel':'chess','kind':'chat'");
            assertThat(stats(chat, "--channel", "chess").out())
                    .contains("  watched     nothing\n", "  streak      1 day, longest 1 day\n");
        }
    }

    @Nested
    class On_a_channel_that_the_viewer_never_visited {

        @Test
        void the_text_reports_it_and_lists_the_channels_of_the_viewer() throws IOException {
            CommandRun run = stats(HISTORY, "--channel", "Chess");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("""
                    ada on Chess   as of 2026-05-10T12:00:00Z, Europe/Berlin

                      no session and no message on this channel
                      ada was active on chess, music

                    bob on Chess   as of 2026-05-10T12:00:00Z, UTC

                      no session and no message on this channel
                      no fact about bob names a channel

                    """);
        }

        @Test
        void of_many_channels_five_are_named_also_where_nobody_knows_a_length() throws IOException {
            StringBuilder history = new StringBuilder();
            for (String play : List.of("c1", "c2", "c2", "c3", "c3", "c3", "c4", "c4", "c4", "c4", "c0", "c5")) {
                String id = Integer.toString(history.length());
                history.append(event("watch", "ada", id, "2026-05-09T18:00:00Z", "'channel':'" + play + "'"));
            }
            assertThat(stats(history.toString(), "--channel", "c").out())
                    .contains("ada was active on c4, c3, c2, c0, c1 and 1 more; --channels lists them");
        }

        @Test
        void programs_get_zeros() throws IOException {
            JsonNode ada =
                    viewers(HISTORY, "--viewer", "ada", "--channel", "Chess").get(0);
            assertThat(ada.get("channel").asText()).isEqualTo("Chess");
            assertThat(ada.get("watchTime")).hasToString("""
                    {"seconds":0,"minutes":0,"hours":0.0,"estimatedSeconds":0,"sessions":0}""");
            assertThat(ada.at("/activity/mostActiveMonth").isMissingNode()).isTrue();
            assertThat(ada.get("badges").findValuesAsText("progress"))
                    .containsOnly("0")
                    .hasSize(16);
        }

        @Test
        void a_channel_that_comes_later_is_none_yet() throws IOException {
            CommandRun run = stats(HISTORY, "--viewer=ada", "--channel=music", "--as-of=2026-05-09T19:00:00Z");
            assertThat(run.out())
                    .endsWith("  no session and no message on this channel\n  ada was active on chess\n\n");
        }

        @Test
        void an_empty_history_has_no_viewers() throws IOException {
            assertThat(viewers("", "--channel", "chess")).isEmpty();
            assertThat(viewers("", "--channels")).isEmpty();
            assertThat(stats("", "--channel", "chess").out()).isEmpty();
        }
    }

    @Nested
    class Of_all_channels {

        @Test
        void people_read_a_table() throws IOException {
            assertThat(stats(HISTORY, "--channels").out()).isEqualTo("""
                    ada   as of 2026-05-10T12:00:00Z, Europe/Berlin

                         hours  sessions  messages  days  last        channel
                         10.50         2         3     2  2026-05-09  chess
                          0.01         1         0     1  2026-05-09  music

                    bob   as of 2026-05-10T12:00:00Z, UTC

                      no fact about bob names a channel

                    """);
        }

        @Test
        void programs_read_an_array() throws IOException {
            JsonNode viewers = viewers(HISTORY, "--channels");
            JsonNode music = viewers.at("/0/items/1");
            assertThat(viewers.at("/0/items").findValuesAsText("channel")).containsExactly("chess", "music");
            assertThat(music.at("/watchTime/seconds").asInt()).isEqualTo(45);
            assertThat(music.at("/messages/total").asInt()).isZero();
            assertThat(music.at("/activeDays").asInt()).isEqualTo(1);
            assertThat(music.at("/lastActive").asText()).isEqualTo("2026-05-09");
            assertThat(viewers.at("/1/items").isArray()).isTrue();
            assertThat(viewers.at("/1/items")).isEmpty();
        }

        @Test
        void no_channel_steers_the_terminal() throws IOException {
            String hostile = event("watch", "ada", "1", "2026-05-09T18:00:00Z", "'channel':'tv\u202E','seconds':60");
            assertThat(stats(hostile, "--channels").out()).contains("tv\uFFFD").doesNotContain("\u202E");
            assertThat(stats(hostile, "--channel", "tv\u202E").out()).contains("ada on tv\uFFFD   as of");
            assertThat(stats(hostile, "--channel", "x").out()).contains("ada was active on tv\uFFFD\n");
        }
    }

    @Nested
    class With_a_wrong_command_line {

        @Test
        void one_channel_and_all_of_them_exclude_each_other() throws IOException {
            CommandRun run = stats(HISTORY, "--channel", "chess", "--channels");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--channel", "--channels", "mutually exclusive");
            assertThat(run.out()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\u0007"})
        void a_channel_that_can_be_none_is_refused(String channel) throws IOException {
            CommandRun run = stats(HISTORY, "--channel", channel);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("must have 1 to 128 characters without control characters");
        }

        @Test
        void help_shows_examples() {
            assertThat(CommandRun.of("stats", "--help").out())
                    .contains("--viewer ada --channels", "--channel chess-live");
        }
    }
}
