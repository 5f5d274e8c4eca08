package dev.streakline.cli.format.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.KnownLists;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.Histories;
import dev.streakline.cli.format.Takeout;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeHtmlTest {

    private static List<Object> times(String html, ReadingChoices choices) {
        return Histories.events("watch", Histories.read(html, choices)).stream()
                .map(event -> event.get("time"))
                .toList();
    }

    private static ReadingChoices in(String zone) {
        return new ReadingChoices(
                Previews.SKIP, "ada", null, ZoneId.of(zone), LocalDate.parse("2026-11-29"), KnownLists.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jan 13, 2026, 4:16:16\u202fPM TRT; Jan 12, 2026, 12:05:00\u202fAM TRT | 2026-01-13T13:16:16Z 2026-01-11T21:05:00Z
            # no zone is UTC
            Jan 31, 2018, 10:54:50 PM; Feb 8, 2017, 12:32:39 AM         | 2018-01-31T22:54:50Z 2017-02-08T00:32:39Z
            # the offset is that of the download, also in the other half of the year
            29 Nov 2021, 18:06:16 AEDT; 20 Sept 2021, 08:00:00 AEDT; 1 Jun 2021, 09:30:00 AEDT | 2021-11-29T07:06:16Z 2021-09-19T21:00:00Z 2021-05-31T22:30:00Z
            Jan 15, 2021, 6:54:12 PM BST; Jan 14, 2021, 6:54:12 PM GMT+05:30 | ask
            Jul 15, 2021, 6:54:12 PM PDT; Jan 15, 2021, 6:54:12 PM PDT  | 2021-07-16T01:54:12Z 2021-01-16T01:54:12Z
            8 Dec 2025, 19:47:35 GMT+05:30                              | 2025-12-08T14:17:35Z
            05-Mar-2024, 9:07:09 pm GMT+05:30                           | 2024-03-05T15:37:09Z
            5 Mar 2024, 9:07:09 am GMT-6                                | 2024-03-05T15:07:09Z
            5 Mar 2024, 9:07:09 am GMT\u221203:00                       | 2024-03-05T12:07:09Z
            5 Mar 2024, 9:07:09 am UTC+1                                | 2024-03-05T08:07:09Z
            05.03.2024, 21:07:09 MEZ; 15.09.2023, 00:30:00 MEZ          | 2024-03-05T20:07:09Z 2023-09-14T23:30:00Z
            # no language writes the month first with points
            05.03.2024, 21:07:09 MEZ; 04.03.2024, 00:30:00 MEZ          | 2024-03-05T20:07:09Z 2024-03-03T23:30:00Z
            5 mars 2024, 21:07:09 CET; 15 sept. 2023, 09:07:09 CET      | 2024-03-05T20:07:09Z 2023-09-15T08:07:09Z
            5 mars 2024, 21 h 07 min 09 s CET                           | 2024-03-05T20:07:09Z
            3 jul 2026, 5:00:15 p.m. GMT-03:00; 2 mar 2026, 12:12:33 a.m. GMT-03:00; 1 sept 2025, 4:12:33 a.m. GMT-03:00 | 2026-07-03T20:00:15Z 2026-03-02T03:12:33Z 2025-09-01T07:12:33Z
            3 jul 2026, 5:00:15 p.\u00a0m. GMT-03:00                    | 2026-07-03T20:00:15Z
            15 jun 2026, 20:30:41 CEST; 5 mrt. 2026, 20:30:41 CEST      | 2026-06-15T18:30:41Z 2026-03-05T18:30:41Z
            15 set 2024, 09:07:09 CEST                                  | 2024-09-15T07:07:09Z
            5 de mar. de 2024 21:07:09 BRT                              | 2024-03-06T00:07:09Z
            15 wrz 2024, 09:07:09 CEST; 5 mar 2024, 21:07:09 CEST       | 2024-09-15T07:07:09Z 2024-03-05T19:07:09Z
            5 мар. 2024 г., 21:07:09 MSK; 15 сент. 2023 г., 21:07:09 MSK | 2024-03-05T18:07:09Z 2023-09-15T18:07:09Z
            5 бер. 2024 р., 21:07:09 EET                                | 2024-03-05T19:07:09Z
            30 Eyl 2026 22:51:52 GMT+03:00; 1 Ağu 2026 00:51:52 GMT+03:00 | 2026-09-30T19:51:52Z 2026-07-31T21:51:52Z
            2026. 4. 11. 오후 6:00:59 KST; 2026. 4. 9. 오전 12:10:00 KST | 2026-04-11T09:00:59Z 2026-04-08T15:10:00Z
            # a date of three numbers with two digits each is no clock
            2024. 11. 27. 오후 9:07:09 KST; 2024. 10. 14. 오전 9:07:09 KST | 2024-11-27T12:07:09Z 2024-10-14T00:07:09Z
            2024. nov. 27. 21:07:09 CET; 2024. okt. 14. 9:07:09 CET     | 2024-11-27T20:07:09Z 2024-10-14T08:07:09Z
            27. stu 2024. 21:07:09 CET; 14. srp 2024. 09:07:09 CET      | 2024-11-27T20:07:09Z 2024-07-14T08:07:09Z
            27.11.2024. 21:07:09 CET; 14.10.2024. 09:07:09 CET          | 2024-11-27T20:07:09Z 2024-10-14T08:07:09Z
            27.11.2024 klo 21.07.09 EET                                 | 2024-11-27T19:07:09Z
            # prepositions at months, and halves of the day in several words
            27 בנוב׳ 2024, 21:07:09 IDT; 14 בינו׳ 2024, 9:07:09 IDT     | 2024-11-27T18:07:09Z 2024-01-14T06:07:09Z
            27 de nov. 2024, 21:07:09 CET; 14 de gen. 2024, 9:07:09 CET | 2024-11-27T20:07:09Z 2024-01-14T08:07:09Z
            27 nën 2024, 9:07:09 e pasdites CET; 14 jan 2024, 9:07:09 e paradites CET | 2024-11-27T20:07:09Z 2024-01-14T08:07:09Z
            27/11/2024, 9:07:09 da tarde GMT+08:00                      | 2024-11-27T13:07:09Z
            27 Nov 2024, 9:07:09 PTG GMT+08:00                          | 2024-11-27T13:07:09Z
            2026/09/04 21:45:27 JST; 2026/09/04 8:45:27 JST             | 2026-09-04T12:45:27Z 2026-09-03T23:45:27Z
            2025年5月12日 21:03:11 GMT+08:00; 2025年5月12日 00:03:11 GMT+08:00 | 2025-05-12T13:03:11Z 2025-05-11T16:03:11Z
            """)
    void times_are_read_in_the_language_of_the_account(String texts, String expected) {
        String html = Takeout.viewed(
                Arrays.stream(texts.split(";")).map(String::strip).toList());
        if (expected.equals("ask")) {
            assertThatThrownBy(() -> times(html, Histories.ADAS)).hasMessageContaining("--zone");
        } else {
            assertThat(times(html, Histories.ADAS)).containsExactly((Object[]) expected.split(" "));
        }
    }

    /** Languages that Java knows and Takeout does not have; times of the first can be read wrongly, of the rest not at all. */
    private static final Set<String> UNREAD = Set.of("nnh", "za", "ak", "ckb", "gv", "nus", "saq", "syr");

    @Test
    void times_are_read_in_every_language_that_java_knows() {
        List<LocalDateTime> times = new ArrayList<>();
        for (int month = 11; month > 0; month--) {
            times.add(LocalDateTime.of(2024, month, 27, 21, 7, 9));
            times.add(LocalDateTime.of(2024, month, 14, 9, 7, 9));
            times.add(LocalDateTime.of(2024, month, 3, 0, 30, 0));
        }
        List<Object> expected = times.stream()
                .map(time -> (Object) time.toInstant(ZoneOffset.ofHours(1)).toString())
                .toList();
        Set<List<String>> seen = new HashSet<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            if (!UNREAD.contains(locale.getLanguage())) {
                DateTimeFormatter form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale);
                List<String> texts = times.stream()
                        .map(time -> form.format(time) + " GMT+01:00")
                        .toList();
                if (seen.add(texts)) {
                    assertThat(times(Takeout.viewed(texts), Histories.ADAS))
                            .as("%s: %s", locale, texts.get(0))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IST", "CST", "XYZT", "BST", "AST"})
    void a_name_of_several_zones_or_of_none_wants_the_zone(String zone) {
        byte[] html =
                Takeout.viewed(List.of("Jan 13, 2026, 4:16:16 PM " + zone)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Histories.read(new ByteArrayInputStream(html), Histories.ADAS, item -> {}))
                .isInstanceOfSatisfying(
                        HistoryUnreadableException.class,
                        unreadable ->
                                assertThat(unreadable.why()).isEqualTo(HistoryUnreadableException.Cause.ZONE_UNKNOWN))
                .hasMessageContaining(zone)
                .hasMessageContaining("--zone");
    }

    @ParameterizedTest
    @CsvSource({
        "IST, Asia/Kolkata, 2026-01-13T10:46:16Z",
        "IST, Asia/Jerusalem, 2026-01-13T14:16:16Z",
        "IST, Europe/Dublin, 2026-01-13T15:16:16Z",
        "CST, America/Chicago, 2026-01-13T22:16:16Z",
        "CST, Asia/Shanghai, 2026-01-13T08:16:16Z",
        "XYZT, Europe/Berlin, 2026-01-13T15:16:16Z",
        // clear without it
        "JST, Europe/Berlin, 2026-01-13T07:16:16Z"
    })
    void the_named_zone_determines_the_offset(String name, String zone, String time) {
        assertThat(times(Takeout.viewed(List.of("Jan 13, 2026, 4:16:16 PM " + name)), in(zone)))
                .containsExactly(time);
    }

    @Test
    void an_entry_whose_time_is_none_is_bad_and_the_others_count() {
        List<HistoryItem> items = Histories.read(
                Takeout.viewed(List.of("Jan 13, 2026, 4:16:16 PM UTC", "soon", "Jan 12, 2026, 4:16:16 PM UTC")),
                Histories.ADAS);
        assertThat(Histories.events("watch", items)).hasSize(2);
        assertThat(Histories.bad(items))
                .singleElement()
                .extracting(HistoryItem.RejectedLine::pointer)
                .isEqualTo("/time");
    }

    @Test
    void entities_are_characters_and_the_caption_is_none_of_the_entry() {
        String html = Takeout.viewed(List.of("Jan 13, 2026, 4:16:16 PM UTC"))
                .replace(">Sea<", ">Tom &amp; Jerry&#39;s &quot;Day&quot; &#x1F600; &lt;3<");
        List<HistoryItem> items = Histories.read(html, Histories.ADAS);
        assertThat(Histories.data(Histories.events("title", items).get(0)))
                .containsEntry("name", "Tom & Jerry's \"Day\" \uD83D\uDE00 <3");
        assertThat(Histories.data(Histories.events("watch", items).get(0))).containsEntry("title", "urn:youtube:v0");
    }

    @Test
    void two_plays_of_one_second_stay_two_and_ids_are_those_of_json() {
        String time = "Jan 13, 2026, 4:16:16 PM UTC";
        List<HistoryItem> items = Histories.read(Takeout.viewed(List.of(time, time)), Histories.ADAS);
        assertThat(Histories.events("watch", items))
                .extracting(event -> event.get("id"))
                .containsExactly("20260113T161616Z", "20260113T161616Z#2");
    }

    @Test
    void another_page_is_of_an_unknown_format() {
        byte[] html = "<!DOCTYPE html><html><body>hello</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Histories.read(new ByteArrayInputStream(html), Histories.ADAS, item -> {}))
                .hasMessageContaining("Cannot recognise the format");
    }
}
