package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streakline.application.fact.ViewerId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingRoutesTest {

    private static final String RANKING = "/api/channels/music/ranking?metric=watchTime";

    private final TestService service = new TestService();
    private final OnChannels on = new OnChannels(service);

    @AfterEach
    void stop() {
        service.close();
    }

    private void three() {
        on.watch("ada", "music", 60);
        on.watch("bob", "music", 90);
        on.watch("cem", "music", 60);
        on.event("viewer", "bob", "\"zone\":\"UTC\",\"name\":\"Bob\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/channels/music/ranking?metric=messages", "/api/ranking?metric=watchTime"})
    void a_ranking_that_was_never_made_has_nobody_in_it(String path) {
        on.watch("ada", "music", 60);
        Answer answer = service.get(path, "viewer:ada");
        assertThat(answer.ok().toString()).endsWith("\"population\":0,\"items\":[],\"around\":[]}");
        assertThat(answer.json().has("asOf")).isFalse();
        assertThat(on.again(path, answer.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void it_shows_viewers_names_and_their_own_entry_and_no_ids() {
        three();
        on.keep();
        JsonNode ranking = service.get(RANKING, "viewer:ada").ok();
        assertThat(ranking.get("asOf").asText()).isEqualTo(service.now.toString());
        assertThat(ranking.get("channel").asText()).isEqualTo("music");
        assertThat(ranking.get("metric").asText()).isEqualTo("watchTime");
        assertThat(ranking.get("population").asInt()).isEqualTo(3);
        assertThat(ranking.get("items").toString())
                .isEqualTo("[{\"rank\":1,\"name\":\"Bob\",\"value\":90,\"topPercent\":34,\"isYou\":false},"
                        + "{\"rank\":2,\"value\":60,\"topPercent\":67,\"isYou\":true},"
                        + "{\"rank\":2,\"value\":60,\"topPercent\":67,\"isYou\":false}]");
        assertThat(ranking.get("around")).isEqualTo(ranking.get("items"));
        assertThat(service.get("/api/channels/music/ranking", "viewer:ada").ok())
                .as("by watch time, where nothing is said")
                .isEqualTo(ranking);
        service.get(RANKING + "&viewer=bob", "viewer:ada").problem(404, "viewer.not_found");
    }

    @Test
    void it_shows_readers_ids_and_the_viewer_they_ask_about() {
        three();
        on.keep();
        JsonNode ranking =
                service.get(RANKING + "&viewer=bob&limit=1", "reader:app").ok();
        assertThat(OnChannels.texts(ranking.get("items"), "viewer")).containsExactly("bob");
        assertThat(ranking.at("/items/0/isYou").asBoolean()).isTrue();
        assertThat(OnChannels.texts(ranking.get("around"), "viewer")).containsExactly("bob", "ada", "cem");
        assertThat(service.get(RANKING, "reader:app").ok().get("around")).isEmpty();
    }

    @Test
    void it_is_read_part_after_part_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) {
            on.watch("v" + i, "music", 60 + i / 3);
        }
        on.keep();
        List<String> whole = on.paged(RANKING + "&limit=200", "admin:root", "viewer");
        assertThat(whole).hasSize(7).doesNotHaveDuplicates().startsWith("v6");
        assertThat(on.paged(RANKING + "&limit=2", "admin:root", "viewer")).isEqualTo(whole);
        assertThat(on.paged(RANKING + "&limit=7", "admin:root", "viewer")).isEqualTo(whole);
    }

    @Test
    void that_of_the_deployment_counts_what_is_on_no_channel_too() {
        three();
        on.event("watch", "dan", "\"seconds\":1000");
        on.keep();
        assertThat(service.get("/api/ranking?metric=watchTime&limit=1", "reader:app")
                        .ok()
                        .toString())
                .contains("\"metric\":\"watchTime\",\"population\":4")
                .contains("\"viewer\":\"dan\"")
                .doesNotContain("\"channel\"");
    }

    @Test
    void it_leaves_out_viewers_forgotten_since() {
        three();
        on.keep();
        service.store.facts().erase(new ViewerId("bob"));
        assertThat(OnChannels.texts(service.get(RANKING, "reader:app").ok().get("items"), "viewer"))
                .containsExactly("ada", "cem");
    }

    @Test
    void what_has_not_changed_is_not_sent_again_before_the_next_ranking_that_differs() {
        on.assertNotSentAgainWhileTheSame(List.of(RANKING, "/api/ranking?metric=watchTime"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/channels/music/ranking?metric=, ?metric",
        "/api/ranking?metric=hours, ?metric",
        "/api/ranking?metric=watchTime&limit=0, ?limit",
        "/api/ranking?metric=watchTime&limit=201, ?limit",
        "/api/ranking?metric=messages&limit=many, ?limit",
        "/api/channels/music/ranking?metric=messages&cursor=nonsense, ?cursor",
        "/api/channels/music/ranking?metric=messages&cursor=MTIz, ?cursor",
        "/api/ranking?metric=messages&cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTkgMQ, ?cursor",
        "/api/ranking?metric=messages&viewer=%0A, ?viewer"
    })
    void a_wrong_parameter_is_named(String path, String pointer) {
        on.watch("app", "music", 60);
        on.keep();
        JsonNode problem =
                service.send(service.request(path, "reader:app").build()).problem(400, "request.invalid");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }
}
