package dev.streakline.cli.format.trakt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.Histories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraktHistoryTest {
    private static final String EPISODE = """
            {"id":7,"watched_at":"2026-05-09T09:58:00.000Z","action":"scrobble","type":"episode",
             "episode":{"season":2,"number":7,"title":"Reindeer","ids":{"trakt":13}},
             "show":{"title":"One Piece","year":2023,"ids":{"trakt":184618}}}""";
    private static final String FILM = """
            {"id":8,"watched_at":"2026-05-08T20:00:00.000Z","action":"watch","type":"movie",
             "movie":{"title":"Mortal Kombat II","year":2026,"ids":{"trakt":746852}}}""";

    private static List<HistoryItem> read(String... entries) {
        return Histories.read("[" + String.join(",\n", entries) + "]\n", Histories.ADAS);
    }

    @Test
    void a_play_of_an_episode_becomes_a_title_and_a_completed_watch() {
        List<HistoryItem> items = read(EPISODE);
        assertThat(Histories.events("title", items)).singleElement().satisfies(title -> {
            assertThat(title).containsEntry("subject", "episode:184618:2x07");
            assertThat(title.get("data"))
                    .isEqualTo(Map.of(
                            "kind",
                            "episode",
                            "name",
                            "S02E07 - Reindeer",
                            "show",
                            "trakt:show:184618",
                            "showName",
                            "One Piece",
                            "season",
                            2L,
                            "episode",
                            7L));
        });
        assertThat(Histories.events("watch", items))
                .singleElement()
                .satisfies(watch -> assertThat(watch)
                        .containsEntry("id", "7")
                        .containsEntry("source", "trakt")
                        .containsEntry("subject", "ada")
                        .containsEntry("time", "2026-05-09T09:58:00.000Z")
                        .containsEntry(
                                "data",
                                Map.of("title", "episode:184618:2x07", "completed", true, "platform", "trakt")));
    }

    @Test
    void a_title_is_described_once_in_a_file_and_a_film_has_no_show() {
        String again = FILM.replace("\"id\":8", "\"id\":9");
        List<HistoryItem> items = read(FILM, again);
        assertThat(items).hasSize(3);
        assertThat(Histories.data(Histories.events("title", items).get(0)))
                .isEqualTo(Map.of("kind", "movie", "name", "Mortal Kombat II"));
    }

    @Test
    void a_second_reading_yields_the_same_events() {
        assertThat(read(EPISODE, FILM)).isEqualTo(read(EPISODE, FILM));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id":7                       | "id":"7"                  | /id
            "id":7                       | "id":-7                   | /id
            "2026-05-09T09:58:00.000Z"   | 7                         | /watched_at
            "type":"episode"             | "type":["episode"]        | /type
            "type":"episode"             | "type":"movie"            | /movie/ids/trakt
            "season":2                   | "season":2.5              | /episode/season
            "number":7                   | "number":null             | /episode/number
            "ids":{"trakt":184618}       | "ids":[1]                 | /show/ids/trakt
            """)
    void a_play_of_wrong_types_is_bad_and_the_others_are_read(String right, String wrong, String pointer) {
        List<HistoryItem> items = read(FILM, EPISODE.replace(right, wrong), FILM.replace("\"id\":8", "\"id\":10"));
        assertThat(Histories.bad(items)).singleElement().satisfies(bad -> {
            assertThat(bad.pointer()).isEqualTo(pointer);
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.raw().toString()).isEqualTo(EPISODE.replace(right, wrong));
        });
        assertThat(Histories.events("watch", items)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"tmdb":1396,"imdb":"tt0903747"} | tmdb:episode:1396:2x07 | tmdb:show:1396
            {"imdb":"tt0903747","tvdb":81189} | imdb:episode:tt0903747:2x07 | imdb:show:tt0903747
            {"tvdb":81189,"slug":"bb"}       | tvdb:episode:81189:2x07 | tvdb:show:81189
            {"slug":"breaking-bad"}          | slug:episode:breaking-bad:2x07 | slug:show:breaking-bad
            {"trakt":1,"tmdb":2}             | episode:1:2x07 | trakt:show:1
            {"trakt":null,"tmdb":2}          | tmdb:episode:2:2x07 | tmdb:show:2
            """)
    void a_show_without_a_number_of_trakt_is_known_by_another_catalogue(String ids, String title, String show) {
        List<HistoryItem> items = read(EPISODE.replace("{\"trakt\":184618}", ids));
        assertThat(Histories.data(Histories.events("watch", items).get(0))).containsEntry("title", title);
        assertThat(Histories.data(Histories.events("title", items).get(0)))
                .containsEntry("show", show)
                .containsEntry("showName", "One Piece");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "1970-01-01T00:00:00.000Z"
            "1970-01-01T01:00:00+01:00"
            null
            """)
    void a_play_whose_date_nobody_knows_is_skipped(String time) {
        List<HistoryItem> items = read(EPISODE.replace("\"2026-05-09T09:58:00.000Z\"", time), FILM);
        assertThat(Histories.skipped(items)).containsExactly(SkipReason.UNDATED);
        assertThat(Histories.events("watch", items)).hasSize(1);
        assertThat(Histories.events("title", items)).hasSize(1);
    }

    @Test
    void plays_of_a_foreign_exporter_without_numbers_get_ids_that_stay() {
        String one = FILM.replace("\"id\":8,", "");
        assertThat(Histories.events("watch", read(one, one)))
                .extracting(event -> event.get("id"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(read(one, one)).isEqualTo(read(one, one));
    }
}
