package dev.streakline.cli.format.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.SkipReason;
import dev.streakline.cli.format.Histories;
import dev.streakline.cli.format.Takeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takeout states in the language of the account that a video was watched, in JSON and in HTML. */
class YouTubeLanguagesTest {

    /** The first are known; of the last the words are learnt from the file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Watched X               | Watched a video that has been removed           | Used Shorts creation tools       | From Google Ads
            X angesehen             | Ein Video angesehen, das entfernt wurde         | Gesucht nach: Berge              | Von Google Anzeigen
            Vous avez regardé X     | Vous avez regardé une vidéo qui a été supprimée | Vous avez consulté YouTube Music | Des annonces Google
            Hai guardato X          | Hai guardato un video che è stato rimosso       | Hai cercato monti                | Da programmi pubblicitari Google
            Has visto X             | Has visto un vídeo que se ha eliminado          | Has buscado montes               | Desde Google Ads
            Has visto X             | Has visto un video que se eliminó               | Has compartido una lista         | De los anuncios de Google
            Obejrzano: X            | Obejrzano film, który został usunięty           | Odwiedzono: YouTube Music        | Z Google Ads
            X を視聴しました        | 削除済みの動画を視聴しました                    | YouTube Music にアクセスしました | Google 広告から
            X 을(를) 시청했습니다.  | 삭제된 동영상을 시청했습니다.                   | 설문조사 질문에 답변함           | Google 광고
            X 시청함                | 삭제된 동영상을 시청함                          | 설문조사 질문에 답변함           | Google 광고
            Je hebt naar X gekeken  | Je hebt naar een verwijderde video gekeken      | Je hebt YouTube Music bezocht    | Van Google Ads
            Assistiu a X            | Assistiu a um vídeo que foi removido            | Pesquisou por montes             | De anúncios do Google
            Вы посмотрели X         | Вы посмотрели удаленное видео                   | Выполнен поиск гор               | Из рекламы Google
            Đã xem X                | Đã xem một video đã bị xóa                      | Đã tìm kiếm núi                  | Từ Google Ads
            X gledano               | Odstranjen posnetek gledano                     | Iskano: gore                     | Iz oglasov Google
            S-a vizionat X acum     | S-a vizionat acum un videoclip eliminat         | S-a căutat munte                 | De la Google Ads
            """)
    void plays_are_distinguished_from_all_else_in_every_language(
            String view, String removed, String other, String advertiser) {
        Takeout takeout = new Takeout()
                .linked(view, "Beach", "a", "")
                .unlinked(removed)
                .linked(view, "Soap", "s", advertiser)
                .unlinked(other)
                .linked(view, "Alps in winter", "b", "")
                .linked(view, "Quiet rain", "c", "")
                .linked(view, "https://www.youtube.com/watch?v=d", "d", "");
        for (String file : List.of(takeout.json(), takeout.html())) {
            List<HistoryItem> items = Histories.read(file, Histories.ADAS);
            assertThat(names(items)).containsExactly("Beach", "", "Alps in winter", "Quiet rain", "");
            assertThat(Histories.skipped(items)).containsExactly(SkipReason.ADVERTISEMENT, SkipReason.NOT_VIEWING);
            assertThat(Histories.bad(items)).isEmpty();
        }
        assertThat(Histories.events("watch", Histories.read(takeout.json(), Histories.ADAS)))
                .extracting(event -> event.get("id"))
                .isEqualTo(Histories.events("watch", Histories.read(takeout.html(), Histories.ADAS)).stream()
                        .map(event -> event.get("id"))
                        .toList());
    }

    /** The name of the video of each play; empty where it has none. */
    private static List<String> names(List<HistoryItem> items) {
        List<Map<String, Object>> titles = Histories.events("title", items);
        List<String> names = new ArrayList<>();
        for (Map<String, Object> play : Histories.events("watch", items)) {
            Object title = Histories.data(play).get("title");
            names.add(titles.stream()
                    .filter(event -> Objects.equals(event.get("subject"), title))
                    .map(event -> String.valueOf(Histories.data(event).get("name")))
                    .findFirst()
                    .orElse(""));
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X adlı videoyu izlediniz
            Đã xem X
            X gledano
            """)
    void names_are_bare_where_no_link_stands_for_one_and_videos_are_of_several_channels(String view) {
        List<HistoryItem> items = Histories.read(
                new Takeout()
                        .linked(view, "Winter mountains", "a", "")
                        .linked(view, "Summer sea", "b", "")
                        .linked(view, "Old town", "c", "")
                        .json(),
                Histories.ADAS);
        assertThat(names(items)).containsExactly("Winter mountains", "Summer sea", "Old town");
    }

    @Test
    void names_that_begin_alike_keep_their_beginning() {
        List<HistoryItem> items = Histories.read(
                new Takeout()
                        .linked("Watched X", "The long way", "a", "")
                        .linked("Watched X", "The short way", "b", "")
                        .linked("Watched X", "Watched Pots Never Boil", "c", "")
                        .json(),
                Histories.ADAS);
        assertThat(names(items)).containsExactly("The long way", "The short way", "Watched Pots Never Boil");
    }

    @Test
    void one_entry_in_an_unknown_language_counts() {
        List<HistoryItem> items = Histories.read(
                new Takeout().linked("X gledano", "Gore", "a", "").json(), Histories.ADAS);
        assertThat(Histories.events("watch", items)).hasSize(1);
    }

    @Test
    void reactions_to_a_video_count_for_nothing() {
        Takeout takeout = new Takeout()
                .linked("Watched X", "Beach", "a", "")
                .linked("Liked X", "Beach", "a", "")
                .linked("Disliked X", "Alps", "b", "")
                .linked("Saved X to Watch later", "Rain", "c", "")
                .linked("Shared X", "Rain", "c", "")
                .linked("Watched X", "Rain", "c", "")
                .unlinked("Searched for rain");
        for (String file : List.of(takeout.json(), takeout.html())) {
            assertThat(names(Histories.read(file, Histories.ADAS))).containsExactly("Beach", "Rain");
        }
    }

    @Test
    void activities_of_other_products_count_for_nothing() {
        Takeout takeout = new Takeout()
                .of("Gemini Apps")
                .unlinked("Prompted what is a streak")
                .of("Chrome")
                .linked("Visited X", "Beach", "a", "")
                .of("YouTube Music")
                .linked("Watched X", "Song", "b", "");
        for (String file : List.of(takeout.json(), takeout.html())) {
            List<HistoryItem> items = Histories.read(file, Histories.ADAS);
            assertThat(names(items)).containsExactly("Song");
            assertThat(Histories.skipped(items))
                    .containsOnly(SkipReason.OTHER_PRODUCT)
                    .hasSize(2);
        }
    }

    @Test
    void advertisements_count_where_previews_do() {
        Takeout takeout =
                new Takeout().linked("Watched X", "Beach", "a", "").linked("Watched X", "Soap", "s", "From Google Ads");
        for (String file : List.of(takeout.json(), takeout.html())) {
            assertThat(names(Histories.read(file, Histories.ADAS))).containsExactly("Beach");
            assertThat(names(Histories.read(file, Histories.ADAS.with(Previews.INCLUDE))))
                    .containsExactly("Beach", "Soap");
        }
    }
}
