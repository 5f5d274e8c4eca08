package dev.streakline.cli.format.netflix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.streakline.application.format.DateOrder;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.Histories;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetflixTitleDatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Title,Date\n", "\uFEFF\"Title\",\"Date\"\r\n"})
    void a_row_becomes_a_watch_on_a_date(String header) {
        List<Map<String, Object>> events =
                Histories.events(Histories.read(header + "\"Dark: Season 1\",\"20/10/2020\"\n", Histories.ADAS));
        assertThat(events).hasSize(1);
        assertThat(events.get(0))
                .containsEntry("subject", "ada")
                .containsEntry("source", "netflix")
                .containsEntry("data", Map.of("title", "Dark: Season 1", "date", "2020-10-20"))
                .doesNotContainKey("time");
    }

    @Test
    void ids_stay_when_a_later_download_has_more_rows_and_equal_rows_stay_distinct() {
        String rows = "Dark,20/10/2020\nDark,20/10/2020\nOzark,19/10/2020\n";
        List<Object> first = ids("Title,Date\n" + rows);
        List<Object> later = ids("Title,Date\nNew,21/10/2020\n" + rows);
        assertThat(first).doesNotHaveDuplicates().hasSize(3);
        assertThat(later).hasSize(4).containsAll(first);
    }

    private static List<Object> ids(String text) {
        return Histories.events(Histories.read(text, Histories.ADAS)).stream()
                .map(event -> event.get("id"))
                .toList();
    }

    @Test
    void a_row_without_a_date_is_bad_and_names_the_column() {
        List<HistoryItem> items = Histories.read(
                "Title,Date\nDark,20/10/2020\nDark,20/13/2020\nDark\nDark,,\nDark,1/1/1870\n", Histories.ADAS);
        assertThat(Histories.bad(items))
                .extracting(HistoryItem.RejectedLine::line, HistoryItem.RejectedLine::pointer)
                .containsExactlyInAnyOrder(tuple(3L, "/Date"), tuple(4L, ""), tuple(5L, "/Date"));
        assertThat(Histories.bad(items))
                .anySatisfy(bad -> assertThat(bad.reason()).contains("day/month/year"));
        assertThat(Histories.events(items)).hasSize(2);
    }

    @Test
    void dates_that_can_be_read_in_several_ways_need_the_order() {
        String text = "Title,Date\nDark,03/04/2021\n";
        InputStream file = file(text);
        assertThatThrownBy(() -> Histories.read(file, Histories.ADAS, item -> {}))
                .isInstanceOfSatisfying(
                        HistoryUnreadableException.class,
                        unreadable -> assertThat(unreadable.why())
                                .isEqualTo(HistoryUnreadableException.Cause.DATE_ORDER_UNKNOWN))
                .hasMessageContaining("03/04/2021")
                .hasMessageContaining("--date-order");
        ReadingChoices chosen = Histories.ADAS.with(DateOrder.MONTH_DAY_YEAR);
        assertThat(Histories.data(Histories.events(Histories.read(text, chosen)).get(0)))
                .containsEntry("date", "2021-03-04");
    }

    @Test
    void the_owner_of_the_history_is_unknown() {
        assertThatThrownBy(
                        () -> Histories.read(file("Title,Date\nDark,20/10/2020\n"), ReadingChoices.DEFAULT, item -> {}))
                .isInstanceOfSatisfying(
                        HistoryUnreadableException.class,
                        unreadable ->
                                assertThat(unreadable.why()).isEqualTo(HistoryUnreadableException.Cause.OWNER_UNKNOWN))
                .hasMessageContaining("--as VIEWER");
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
