package dev.streakline.cli.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.Histories;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Netflix's full file as spreadsheets save it. */
class NetflixSpreadsheetsTest {
    private static final String HEADER = "Profile Name,Start Time,Duration,Title,Device Type\n";

    private static List<Map<String, Object>> plays(byte[] bytes) {
        List<HistoryItem> items = Histories.read(bytes);
        assertThat(Histories.bad(items)).isEmpty();
        return Histories.events("watch", items);
    }

    private static List<Map<String, Object>> plays(String text) {
        return plays(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_play_of_a_minute_and_more_is_the_same_play_in_a_copy_without_seconds() {
        List<Object> ids = ids("""
                Ana,2021-12-28 13:02:47,0:01:00,Film,TV
                Ana,2021-12-28 13:01:47,0:00:59,Film,TV
                """);
        List<Object> copied = ids("""
                Ana,12/28/2021 13:02,0:01:00,Film,TV
                Ana,12/28/2021 13:01,0:00:59,Film,TV
                """);
        assertThat(copied.get(0)).isEqualTo(ids.get(0));
        assertThat(copied.get(1)).as("under a minute").isNotEqualTo(ids.get(1));
    }

    @Test
    void plays_that_start_in_one_minute_stay_distinct() {
        assertThat(ids("""
                        Ana,2021-12-28 13:02:47,0:01:00,One,TV
                        Ana,2021-12-28 13:02:07,0:01:00,Two,TV
                        Ana,2021-12-28 13:02:47,0:01:01,Three,TV
                        Ana,2021-12-28 13:02:47,0:01:00,Four,Phone
                        """)).doesNotHaveDuplicates().hasSize(4);
    }

    private static List<Object> ids(String rows) {
        return plays(HEADER + rows).stream().map(play -> play.get("id")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12/28/21 13:02; 11/6/21 9:05           | 2021-12-28T13:02:00Z 2021-11-06T09:05:00Z
            3/28/22 9:05 PM; 3/27/22 12:05 AM      | 2022-03-28T21:05:00Z 2022-03-27T00:05:00Z
            3/28/2022 12:05:06 PM; 3/27/2022 1:05:06 am | 2022-03-28T12:05:06Z 2022-03-27T01:05:06Z
            18.12.22 15:17; 02.12.22 08:09         | 2022-12-18T15:17:00Z 2022-12-02T08:09:00Z
            18.12.2022 15:17:18; 02.12.2022 08:09:10 | 2022-12-18T15:17:18Z 2022-12-02T08:09:10Z
            18/12/2022 15:17; 02/12/2022 08:09     | 2022-12-18T15:17:00Z 2022-12-02T08:09:00Z
            28-12-2022 15.17; 02-12-2022 08.09     | 2022-12-28T15:17:00Z 2022-12-02T08:09:00Z
            2022-12-28 15:17; 2022-12-02 8:09      | 2022-12-28T15:17:00Z 2022-12-02T08:09:00Z
            2022/12/28 15:17:18; 2022/12/02 8:09   | 2022-12-28T15:17:18Z 2022-12-02T08:09:00Z
            2022-12-28T15:17:18Z; 2022-12-02T08:09 | 2022-12-28T15:17:18Z 2022-12-02T08:09:00Z
            """)
    void starts_are_read_in_the_order_of_the_dates(String starts, String expected) {
        int end = starts.indexOf("; ");
        List<String> texts = List.of(starts.substring(0, end), starts.substring(end + 2));
        String rows = "Ana," + texts.get(0) + ",0:30:00,Film,TV\nAna," + texts.get(1) + ",0:30:00,Film,TV\n";
        assertThat(plays(HEADER + rows)).extracting(play -> play.get("time")).containsExactly((Object[])
                expected.split(" "));
    }

    @Test
    void dates_without_a_clear_order_require_one() {
        byte[] rows = (HEADER + "Ana,03/04/22 15:17,0:30:00,Film,TV\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Histories.read(new ByteArrayInputStream(rows), ReadingChoices.DEFAULT, item -> {}))
                .hasMessageContaining("--date-order");
        assertThat(Histories.events(
                        "watch", Histories.read(rows, ReadingChoices.DEFAULT.with(DateOrder.DAY_MONTH_YEAR))))
                .extracting(play -> play.get("time"))
                .containsExactly("2022-04-03T15:17:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Profile Name;Start Time;Duration;Title\nZoë;2024-01-10 20:00:00;0:30:00;Käse\n",
                "Profile Name\tStart Time\tDuration\tTitle\nZoë\t2024-01-10 20:00:00\t0:30:00\tKäse\n",
                "sep=;\r\nProfile Name;Start Time;Duration;Title\r\nZoë;2024-01-10 20:00:00;0:30:00;Käse\r\n",
                "\"sep=,\"\n\"Profile Name\",\"Start Time\",\"Duration\",\"Title\"\nZoë,2024-01-10 20:00:00,0:30:00,Käse\n",
                "PROFILE NAME,start_time, Duration ,title\nZoë,2024-01-10 20:00:00,0:30:00,Käse\n",
                "Title,Duration,StartTime,ProfileName\nKäse,0:30:00,2024-01-10 20:00:00,Zoë\n",
                "Profile Name,Start Time,Duration,Title,,\nZoë,2024-01-10 20:00:00,0:30:00,Käse,,\n",
                "\n \nProfile Name,Start Time,Duration,Title\n\nZoë,2024-01-10 20:00:00,0:30:00,Käse\n\n",
                "Profile Name,Start Time,Duration,Title\rZoë,2024-01-10 20:00:00,0:30:00,Käse\r"
            })
    void every_dialect_and_encoding_gives_the_same_play(String text) {
        List<Map<String, Object>> expected =
                plays("Profile Name,Start Time,Duration,Title\nZoë,2024-01-10 20:00:00,0:30:00,Käse\n");
        assertThat(expected)
                .singleElement()
                .satisfies(play -> assertThat(play)
                        .containsEntry("subject", "Zoë")
                        .containsEntry("data", Map.of("title", "Käse", "seconds", 1800)));
        for (String mark : List.of("", "\uFEFF")) {
            for (Charset charset :
                    Arrays.asList(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                boolean isTold = charset.equals(StandardCharsets.UTF_8) || !mark.isEmpty() || !text.startsWith("\n");
                if (isTold) {
                    assertThat(plays((mark + text).getBytes(charset)))
                            .as("%s", charset)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(plays(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(expected);
    }

    @Test
    void a_workbook_is_named_with_what_to_do() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
        assertThatThrownBy(() -> Histories.read(new ByteArrayInputStream(old), ReadingChoices.DEFAULT, item -> {}))
                .hasMessageContaining("workbook")
                .hasMessageContaining("save it as CSV");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dark: Season 1: Secrets (Episode 1)                     | episode Dark 1 1
            Dark: Staffel 1: Geheimnisse (Folge 1)                  | episode Dark 1 1
            Cases\u00a0: Saison 2\u00a0: Le début (Épisode 12)      | episode Cases 2 12
            Köprü: 2. Sezon: Gece (Bölüm 3)                         | episode Köprü 2 3
            Köprü: 2. Sezon: Gece (Bölüm 1.2)                       | episode Köprü 2 2
            Most: Sezon 2: Noc (Odcinek 3)                          | episode Most 2 3
            Windmills: Limited Series: Dawn (Episode 4)             | episode Windmills none 4
            Film (Trailer)                                          | video
            Film (2018)                                             | video
            Film                                                    | video
            """)
    void episodes_are_known_in_every_language(String title, String expected) {
        List<HistoryItem> items = Histories.read(HEADER + "Ana,2024-01-10 20:00:00,0:20:00,\"" + title + "\",TV\n");
        Map<String, Object> data =
                Histories.data(Histories.events("title", items).get(0));
        String told = "episode".equals(data.get("kind"))
                ? "episode " + data.get("showName") + " " + data.getOrDefault("season", "none") + " "
                        + data.get("episode")
                : String.valueOf(data.get("kind"));
        assertThat(told).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0:39:59, video", "0:40:00, movie", "2:00:00, movie"})
    void a_title_of_its_own_is_a_movie_from_forty_minutes_on(String duration, String kind) {
        List<HistoryItem> items = Histories.read(HEADER + "Ana,2024-01-10 20:00:00," + duration + ",Film,TV\n");
        assertThat(Histories.data(Histories.events("title", items).get(0))).containsEntry("kind", kind);
    }

    @ParameterizedTest
    @CsvSource({"0:01:59, 0", "0:02:00, 1", "0:02:01, 1"})
    void what_began_by_itself_counts_from_two_minutes_on(String duration, int plays) {
        String header = "Profile Name,Start Time,Duration,Attributes,Title\n";
        List<HistoryItem> items = Histories.read(header + "Ana,2024-01-10 20:00:00," + duration
                + ",Has branched playback; Autoplayed: user action: None;,Film\n");
        assertThat(Histories.events("watch", items)).hasSize(plays);
    }
}
