package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeRoutesTest {

    private static final String MINE = "/api/viewer/me/channels";
    private static final String ON_MUSIC = MINE + "/music/lifetime-stats";

    private final TestService service = new TestService();
    private final OnChannels on = new OnChannels(service);

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "folded"})
    void a_viewer_reads_their_statistics_on_a_channel_with_badges_radar_and_ranks(String by) {
        on.watch("ada", "music", 36_000);
        on.chat("ada", "music");
        on.watch("bob", "music", 60);
        on.watch("cem", "chess", 90_000);
        on.keep();
        if (by.equals("folded")) {
            on.watch("ada", "chess", 1);
        }
        JsonNode music = service.get(ON_MUSIC, "viewer:ada").ok();
        assertThat(music.get("viewer").asText()).isEqualTo("ada");
        assertThat(music.get("channel").asText()).isEqualTo("music");
        assertThat(music.get("asOf").asText()).isEqualTo(service.now.toString());
        assertThat(music.get("zone").asText()).isEqualTo("UTC");
        assertThat(music.get("watchTime").toString())
                .isEqualTo("{\"seconds\":36000,\"minutes\":600,\"hours\":10.0,\"estimatedSeconds\":0,\"sessions\":1,"
                        + "\"averageSessionSeconds\":36000,\"firstWatched\":\"2026-03-30\","
                        + "\"lastWatched\":\"2026-03-30\"}");
        assertThat(music.get("messages").toString())
                .isEqualTo("{\"total\":1,\"chat\":1,\"subscriptions\":0,\"cheers\":0,\"gifts\":0,\"raids\":0,"
                        + "\"bits\":0}");
        assertThat(music.get("loyalty").toString())
                .isEqualTo("{\"trackingDays\":2,\"activeDays\":1,\"longestStreak\":1,\"currentStreak\":1}");
        assertThat(music.get("activity").toString())
                .isEqualTo("{\"last30Days\":1,\"last90Days\":1,\"mostActiveMonth\":\"2026-03\","
                        + "\"mostActiveMonthDays\":1}");
        assertThat(music.at("/rankings/asOf").asText()).isEqualTo(service.now.toString());
        assertThat(music.at("/rankings/watchTime").toString())
                .isEqualTo("{\"ranking\":{\"rank\":1,\"population\":2,\"below\":1,\"equal\":1,\"above\":0,"
                        + "\"percentile\":100.0,\"topPercent\":50}}");
        assertThat(music.at("/rankings/messages").toString())
                .isEqualTo("{\"ranking\":{\"rank\":1,\"population\":1,\"below\":0,\"equal\":1,\"above\":0,"
                        + "\"topPercent\":100}}");
        assertThat(music.at("/badges/1").toString())
                .isEqualTo("{\"badge\":\"loyal-viewer\",\"category\":\"watch-time\",\"unit\":\"hours\","
                        + "\"threshold\":10,\"progress\":100,\"unlockedAt\":\"2026-03-30T20:00:01Z\","
                        + "\"precision\":\"instant\"}");
        assertThat(music.at("/badges/2").toString())
                .isEqualTo("{\"badge\":\"veteran-fan\",\"category\":\"watch-time\",\"unit\":\"hours\","
                        + "\"threshold\":50,\"progress\":20}");
        assertThat(music.get("radarScores").toString())
                .isEqualTo("{\"watchTime\":2,\"interaction\":0,\"loyalty\":1,\"activity\":3,\"contribution\":0,"
                        + "\"community\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-knows-it", "chess", "Music", "a%01b", "a%2Fb"})
    void a_viewer_has_empty_statistics_on_a_channel_they_never_visited(String channel) {
        on.watch("ada", "music", 60);
        on.watch("bob", "chess", 60);
        on.keep();
        JsonNode answer = service.get(MINE + "/" + channel + "/lifetime-stats", "viewer:ada")
                .ok();
        assertThat(answer.get("watchTime").toString())
                .isEqualTo("{\"seconds\":0,\"minutes\":0,\"hours\":0.0,\"estimatedSeconds\":0,\"sessions\":0}");
        assertThat(answer.at("/loyalty/trackingDays").asInt()).isZero();
        assertThat(answer.at("/rankings/watchTime/reason").asText()).isEqualTo("no_value");
        assertThat(answer.at("/rankings").has("asOf")).isEqualTo(channel.equals("chess"));
    }

    @Test
    void a_viewer_and_readers_may_read_it() {
        on.watch("ada", "music", 60);
        String path = "/api/viewer/ada/channels/music/lifetime-stats";
        String answer = service.get(ON_MUSIC, "viewer:ada").ok().toString();
        assertThat(service.get(path, "viewer:ada").ok()).hasToString(answer);
        assertThat(service.get(path, "reader:app").ok()).hasToString(answer);
        assertThat(service.get(path, "admin:root").ok()).hasToString(answer);
        service.get(path, "viewer:eve").problem(404, "viewer.not_found");
        service.get("/api/viewer/ada/channels", "viewer:eve").problem(404, "viewer.not_found");
        service.get(path, "ingest:app").problem(403, "auth.forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/viewer/nobody", "/api/viewer/a%01b", "/api/viewer/me"})
    void an_unknown_viewer_is_not_found(String viewer) {
        service.get(viewer + "/channels/music/lifetime-stats", "reader:app").problem(404, "viewer.not_found");
        service.get(viewer + "/channels", "reader:app").problem(404, "viewer.not_found");
    }

    @Test
    void a_viewer_has_a_rank_that_moves_only_with_the_ranking() {
        on.watch("ada", "music", 60);
        on.watch("bob", "music", 90);
        assertThat(service.get(ON_MUSIC, "viewer:ada")
                        .ok()
                        .at("/rankings/watchTime/reason")
                        .asText())
                .isEqualTo("not_ranked_yet");
        on.keep();
        on.watch("ada", "music", 60);
        JsonNode moved = service.get(ON_MUSIC, "viewer:ada").ok();
        assertThat(moved.at("/watchTime/seconds").asInt()).isEqualTo(120);
        assertThat(moved.at("/rankings/watchTime/ranking/rank").asInt()).isEqualTo(2);
        on.keep();
        assertThat(service.get(ON_MUSIC, "viewer:ada")
                        .ok()
                        .at("/rankings/watchTime/ranking/rank")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_viewer_who_has_opted_out_has_no_rank() {
        on.watch("ada", "music", 60);
        service.send("PATCH", "/api/viewer/me", "viewer:ada", "{\"listed\":false}")
                .ok();
        on.keep();
        assertThat(service.get(ON_MUSIC, "viewer:ada")
                        .ok()
                        .at("/rankings/watchTime")
                        .toString())
                .isEqualTo("{\"reason\":\"opted_out\"}");
        assertThat(service.get("/api/ranking?metric=watchTime", "viewer:ada")
                        .ok()
                        .get("population")
                        .asInt())
                .isZero();
    }

    @Test
    void channels_come_most_watched_first_part_after_part() {
        on.watch("ada", "b b", 60);
        on.watch("ada", "a", 60);
        on.watch("ada", "more", 61);
        on.chat("ada", "chat");
        assertThat(on.paged(MINE + "?limit=1", "viewer:ada", "channel")).containsExactly("more", "a", "b b", "chat");
        on.keep();
        assertThat(on.paged(MINE + "?limit=1", "viewer:ada", "channel")).containsExactly("more", "a", "b b", "chat");
        assertThat(on.paged("/api/viewer/ada/channels?limit=3", "reader:app", "channel"))
                .containsExactly("more", "a", "b b", "chat");
        assertThat(service.get(MINE, "viewer:ada").ok().at("/items/3").toString())
                .isEqualTo("{\"channel\":\"chat\",\"watchTime\":{\"seconds\":0,\"minutes\":0,\"hours\":0.0,"
                        + "\"estimatedSeconds\":0,\"sessions\":0},\"messages\":{\"total\":1,\"chat\":1,"
                        + "\"subscriptions\":0,\"cheers\":0,\"gifts\":0,\"raids\":0,\"bits\":0},"
                        + "\"activeDays\":1,\"lastActive\":\"2026-03-30\"}");
    }

    @Test
    void what_has_not_changed_is_not_sent_again_until_the_next_ranking() {
        on.assertNotSentAgainWhileTheSame(List.of(ON_MUSIC, MINE));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/viewer/me/channels?limit=-1, ?limit",
        "/api/viewer/me/channels?cursor=MSAyIDM, ?cursor",
        "/api/viewer/me/channels?cursor=!, ?cursor"
    })
    void a_wrong_parameter_is_named(String path, String pointer) {
        on.watch("app", "music", 60);
        on.keep();
        JsonNode problem =
                service.send(service.request(path, "reader:app").build()).problem(400, "request.invalid");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
}
