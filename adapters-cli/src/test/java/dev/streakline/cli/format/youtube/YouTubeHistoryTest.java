package dev.streakline.cli.format.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.Previews;
import dev.streakline.cli.format.Histories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeHistoryTest {
    private static final String VIDEO = """
            {"header":"YouTube","title":"Watched Eggs","titleUrl":"https://www.youtube.com/watch?v\\u003dYDaBjo9wKok",
             "subtitles":[{"name":"Cook","url":"https://www.youtube.com/channel/UC_Z6Hs2"}],
             "time":"2020-01-02T11:48:39.647Z","products":["YouTube"]}""";
    private static final String REMOVED = """
            {"header":"YouTube","title":"Watched a video that has been removed",
             "time":"2020-01-02T11:48:38Z","products":["YouTube"]}""";
    private static final String ADVERTISEMENT =
            VIDEO.replace("\"products\"", """
            "details":[{"name":"From Google Ads"}],"products\"""").replace("39.647Z", "40Z");
    private static final String VISIT = """
            {"header":"YouTube","title":"Visited YouTube Music","subtitles":[{"name":"Weather: warm"}],
             "time":"2020-01-02T11:48:37Z"}""";

    private static List<HistoryItem> read(String... entries) {
        return Histories.read("[" + String.join(",", entries) + "]", Histories.ADAS);
    }

    @Test
    void a_video_becomes_a_title_and_a_watch_on_its_channel() {
        List<HistoryItem> items = read(VIDEO);
        assertThat(Histories.events("title", items))
                .singleElement()
                .satisfies(title -> assertThat(title)
                        .containsEntry("subject", "urn:youtube:YDaBjo9wKok")
                        .containsEntry("data", Map.of("kind", "video", "name", "Eggs", "channel", "UC_Z6Hs2")));
        assertThat(Histories.events("watch", items))
                .singleElement()
                .satisfies(watch -> assertThat(watch)
                        .containsEntry("subject", "ada")
                        .containsEntry("source", "youtube")
                        .containsEntry("time", "2020-01-02T11:48:39.647Z")
                        .containsEntry(
                                "data",
                                Map.of(
                                        "title",
                                        "urn:youtube:YDaBjo9wKok",
                                        "channel",
                                        "UC_Z6Hs2",
                                        "platform",
                                        "youtube")));
    }

    @Test
    void a_removed_video_counts_without_a_title() {
        assertThat(Histories.data(Histories.events(read(REMOVED)).get(0))).isEqualTo(Map.of("platform", "youtube"));
    }

    @Test
    void a_video_whose_link_stands_for_its_name_is_not_described() {
        List<HistoryItem> items =
                read(VIDEO.replace("Watched Eggs", "Watched https://www.youtube.com/watch?v\\u003dYDaBjo9wKok"));
        assertThat(Histories.events("title", items)).isEmpty();
        assertThat(Histories.events("watch", items)).hasSize(1);
    }

    @Test
    void advertisements_are_skipped_unless_they_are_asked_for_and_visits_always() {
        List<HistoryItem> items = read(VIDEO, ADVERTISEMENT, VISIT);
        assertThat(Histories.events("watch", items)).hasSize(1);
        assertThat(items).filteredOn(HistoryItem.Skipped.class::isInstance).hasSize(2);
        List<HistoryItem> all =
                Histories.read("[" + ADVERTISEMENT + "," + VISIT + "]", Histories.ADAS.with(Previews.INCLUDE));
        assertThat(Histories.events("watch", all)).hasSize(1);
    }

    @Test
    void ids_do_not_change_when_a_video_is_renamed_or_removed_later_and_one_instant_may_hold_two() {
        String renamed = VIDEO.replace("Watched Eggs", "Watched Better eggs");
        assertThat(watchIds(read(VIDEO))).isEqualTo(watchIds(read(renamed)));
        assertThat(watchIds(read(VIDEO, VIDEO))).doesNotHaveDuplicates().hasSize(2);
    }

    private static List<Object> watchIds(List<HistoryItem> items) {
        return Histories.events("watch", items).stream()
                .map(event -> event.get("id"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?app=desktop&v=YDaBjo9wKok&t=3",
                "https://m.youtube.com/shorts/YDaBjo9wKok",
                "http://youtu.be/YDaBjo9wKok?si=x",
                "https://music.youtube.com/watch?v=YDaBjo9wKok"
            })
    void links_to_a_video_have_several_forms(String link) {
        List<HistoryItem> items = read(VIDEO.replace("https://www.youtube.com/watch?v\\u003dYDaBjo9wKok", link));
        assertThat(Histories.data(Histories.events("watch", items).get(0)))
                .containsEntry("title", "urn:youtube:YDaBjo9wKok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.youtube.com/results?search_query=x", "https://evil.example/watch?v=YDaBjo9wKok"})
    void links_to_anything_else_are_no_videos(String link) {
        assertThat(read(VIDEO.replace("https://www.youtube.com/watch?v\\u003dYDaBjo9wKok", link)))
                .singleElement()
                .isInstanceOf(HistoryItem.Skipped.class);
    }

    @Test
    void an_entry_without_a_time_is_bad_and_other_wrong_types_are_left_out() {
        List<HistoryItem> items = read(
                VIDEO.replace("\"2020-01-02T11:48:39.647Z\"", "1577965719"),
                VIDEO.replace(
                        "[{\"name\":\"Cook\",\"url\":\"https://www.youtube.com/channel/UC_Z6Hs2\"}]", "[null,3]"));
        assertThat(Histories.bad(items))
                .singleElement()
                .satisfies(bad -> assertThat(bad.pointer()).isEqualTo("/time"));
        assertThat(Histories.data(Histories.events("watch", items).get(0))).doesNotContainKey("channel");
    }
}
