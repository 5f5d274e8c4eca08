package dev.streakline.cli.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.FormatReaders;
import dev.streakline.cli.format.Histories;
import dev.streakline.cli.format.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetflixViewingActivityTest {
    private static final String HEADER = "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,"
            + "Device Type,Bookmark,Latest Bookmark,Country\n";

    @Test
    void a_row_becomes_a_watch_event() {
        HistoryItem.Event event =
                (HistoryItem.Event) Histories.read(HEADER + "Ann,2024-01-14 21:57:47,00:01:16,,Dark,,TV,,,DE\n")
                        .get(0);
        assertThat(event.event())
                .containsEntry("subject", "Ann")
                .containsEntry("time", "2024-01-14T21:57:47Z")
                .containsEntry("data", Map.of("title", "Dark", "seconds", 76, "platform", "TV"));
    }

    @Test
    void equal_rows_stay_distinct_by_their_ordinal_and_bookmarks_do_not_matter() {
        String row = "Ann,2024-01-14 21:57:47,00:01:16,,Dark,,TV,,";
        List<String> ids = new ArrayList<>();
        Histories.events("watch", Histories.read(HEADER + row + "x,DE\n" + row + "Not latest view,DE\n"))
                .forEach(event -> ids.add((String) event.get("id")));
        assertThat(ids.get(0)).matches("20240114T215700Z-76-[0-9a-f]{8}");
        assertThat(ids.get(1)).isEqualTo(ids.get(0) + "#2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann,2023-02-29 00:00:00,0:00:01,,T,,,,,  | /Start Time
            Ann,2024-01-14 24:00:00,0:00:01,,T,,,,,  | /Start Time
            Ann,2024-01-14 00:00:00,24:00,,T,,,,,    | /Duration
            Ann,2024-01-14 00:00:00,0:60:00,,T,,,,,  | /Duration
            ' ,2024-01-14 00:00:00,0:00:01,,T,,,,,'  | /Profile Name
            Ann,2024-01-14 00:00:00,0:00:01          | ''
            Ann,"x"y,0:00:01,,T,,,,,                 | ''
            """)
    void a_bad_row_names_the_column(String row, String pointer) {
        HistoryItem.RejectedLine bad =
                (HistoryItem.RejectedLine) Histories.read(HEADER + row + "\n").get(0);
        assertThat(bad.pointer()).isEqualTo(pointer);
        assertThat(bad.line()).isEqualTo(2);
        assertThat(bad.raw().toString()).isEqualTo(row);
    }

    @Test
    void a_record_may_span_lines_and_a_stray_quote_costs_one_line() {
        String good = "Ann,2024-01-14 21:57:47,00:01:16,,Dark,,TV,,,DE\n";
        List<HistoryItem> items = Histories.read(
                HEADER + "Ann,2024-01-14 21:57:47,00:01:16,,\"Da\r\nrk\",,TV,,,DE\n" + "Ann,\"stray\n" + good + good);
        assertThat(items)
                .filteredOn(item -> item.line() > 0)
                .extracting(HistoryItem::line)
                .containsExactly(2L, 4L, 5L, 6L);
        assertThat(((HistoryItem.Event) items.get(0)).event().get("data"))
                .asString()
                .contains("netflix:");
        assertThat(items.get(1)).isInstanceOf(HistoryItem.RejectedLine.class);
    }

    @ParameterizedTest
    @CsvSource({"SKIP, viewing", "INCLUDE, allRows"})
    @Tag("foreign")
    @EnabledIf("dev.streakline.cli.format.SharedData#isThere")
    void a_real_household_has_the_rows_and_hours_counted_elsewhere(Previews previews, String expected)
            throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> seconds = new TreeMap<>();
        Set<Object> ids = new HashSet<>();
        long[] read = new long[1];
        String file = SharedData.file("data/netflix-household-luanhii/ViewingActivity.csv")
                .toString();
        new FormatReaders().readFile(file, ReadingChoices.DEFAULT.with(previews), item -> {
            assertThat(item).isNotInstanceOf(HistoryItem.RejectedLine.class);
            read[0] += item instanceof HistoryItem.Skipped ? 1 : 0;
            if (item instanceof HistoryItem.Event event && event.role() == HistoryItem.EventRole.PLAY) {
                read[0]++;
                String profile = (String) event.event().get("subject");
                rows.merge(profile, 1L, Long::sum);
                seconds.merge(profile, seconds(event), Long::sum);
                ids.add(profile + " " + event.event().get("id"));
            }
        });
        JsonNode showcase = new ObjectMapper()
                .readTree(SharedData.file("expected/showcase-netflix-household-luanhii.json")
                        .toFile());
        assertThat(read[0]).isEqualTo(showcase.get("rows").asLong());
        assertThat(rows).hasSize(showcase.get("profiles").size());
        assertThat(ids).hasSize((int) rows.values().stream().mapToLong(n -> n).sum());
        rows.forEach((profile, count) -> {
            JsonNode known = showcase.get("profiles").get(profile).get(expected);
            assertThat(count).isEqualTo(known.get("events").asLong());
            assertThat(seconds.getOrDefault(profile, 0L) / 3600.0)
                    .isCloseTo(known.get("hours").asDouble(), within(1e-6));
        });
    }

    private static long seconds(HistoryItem.Event event) {
        return event.event().get("data") instanceof Map<?, ?> data && data.get("seconds") instanceof Integer seconds
                ? seconds
                : 0;
    }
}
