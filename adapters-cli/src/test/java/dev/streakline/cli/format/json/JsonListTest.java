package dev.streakline.cli.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.cli.format.Histories;
import dev.streakline.cli.format.Repeated;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonListTest {

    private static String entry(String time) {
        return "{\"specversion\":\"1.0\",\"subject\":\"a \\\"]},{[\\\\\",\"time\":\"" + time + "\"}";
    }

    private static List<Object> times(List<HistoryItem> items) {
        return Histories.events(items).stream().map(event -> event.get("time")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] \n", "\uFEFF[]", "[][]\n[ ]"})
    void an_empty_list_is_an_empty_history(String text) {
        assertThat(Histories.read(text)).isEmpty();
    }

    @Test
    void several_lists_one_after_the_other_are_one_and_entries_know_their_lines_and_offsets() {
        String text = "\uFEFF [\n" + entry("1") + " ,\n\n  " + entry("2") + "\n]\n[" + entry("3") + "]";
        List<HistoryItem> items = Histories.read(text, Histories.ADAS);
        assertThat(times(items)).containsExactly("1", "2", "3");
        assertThat(items).extracting(HistoryItem::line).containsExactly(2L, 4L, 6L);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (HistoryItem item : items) {
            HistoryItem.Event event = (HistoryItem.Event) item;
            assertThat(new String(bytes, (int) event.offset(), event.text().length(), StandardCharsets.UTF_8))
                    .isEqualTo(event.text());
        }
    }

    @Nested
    class WithDamage {

        @ParameterizedTest
        @ValueSource(strings = {"17", "null", "\"x\"", "[[1,2],3]", "{\"a\":1,\"a\":2}", "{\"a\":}", "{,}", "", "x y"})
        void an_entry_that_is_no_object_is_bad_and_the_others_are_read(String broken) {
            List<HistoryItem> items =
                    Histories.read("[" + entry("1") + ",\n" + broken + ",\n" + entry("2") + "]", Histories.ADAS);
            assertThat(times(items)).containsExactly("1", "2");
            assertThat(Histories.bad(items)).singleElement().satisfies(bad -> {
                assertThat(bad.code()).isEqualTo("line.not_json");
                assertThat(bad.raw().toString()).isEqualTo(broken);
            });
        }

        @Test
        void a_bad_first_entry_is_reported_once_the_format_is_known() {
            List<HistoryItem> items = Histories.read("[17,\n" + entry("1") + "]", Histories.ADAS);
            assertThat(items.get(0)).isInstanceOf(HistoryItem.RejectedLine.class);
            assertThat(times(items)).containsExactly("1");
        }

        @Test
        void a_lost_quote_costs_its_line_and_no_more() {
            String broken = entry("1").replace("\"time\"", "\"time");
            List<HistoryItem> items = Histories.read("[" + broken + "\n,\n" + entry("2") + "]", Histories.ADAS);
            assertThat(Histories.bad(items)).isNotEmpty();
            assertThat(items).hasSizeLessThanOrEqualTo(2);
        }

        @Test
        void broken_utf8_costs_its_entry() {
            byte[] bytes =
                    ("[" + entry("1") + "," + entry("?") + "," + entry("3") + "]").getBytes(StandardCharsets.UTF_8);
            bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFF;
            List<HistoryItem> items = Histories.read(bytes, Histories.ADAS);
            assertThat(times(items)).containsExactly("1", "3");
            assertThat(Histories.bad(items))
                    .singleElement()
                    .satisfies(bad -> assertThat(bad.code()).isEqualTo("line.not_utf8"));
        }

        @Test
        void an_entry_of_a_hundred_megabytes_is_passed_over() throws HistoryUnreadableException {
            String before = "[" + entry("1") + ",{\"x\":\"";
            List<HistoryItem> items = new ArrayList<>();
            InputStream bytes = Repeated.between(before, 'x', 100_000_000, "\"}," + entry("2") + "]");
            Histories.read(bytes, Histories.ADAS, items::add);
            assertThat(times(items)).containsExactly("1", "2");
            assertThat(Histories.bad(items)).singleElement().satisfies(bad -> {
                assertThat(bad.code()).isEqualTo("line.too_long");
                assertThat(bad.raw().length()).isEqualTo(1000);
                assertThat(bad.length()).isEqualTo(100_000_008);
            });
        }

        @Test
        void a_list_that_is_cut_anywhere_is_read_up_to_the_cut() throws HistoryUnreadableException {
            byte[] whole = ("[" + entry("1") + "," + entry("2") + "]").getBytes(StandardCharsets.UTF_8);
            for (int cut = entry("1").length() + 2; cut < whole.length; cut++) {
                List<HistoryItem> items = new ArrayList<>();
                Reach reach =
                        Histories.read(new ByteArrayInputStream(Arrays.copyOf(whole, cut)), Histories.ADAS, items::add);
                assertThat(reach).isEqualTo(Reach.TRUNCATED);
                assertThat(times(items)).startsWith("1");
                assertThat(Histories.bad(items))
                        .singleElement()
                        .satisfies(bad -> assertThat(bad.code()).isEqualTo("file.truncated"));
            }
        }

        @Test
        void text_after_a_list_is_reported() {
            List<HistoryItem> items = Histories.read("[" + entry("1") + "] hello", Histories.ADAS);
            assertThat(Histories.bad(items))
                    .singleElement()
                    .satisfies(bad -> assertThat(bad.raw().toString()).isEqualTo("hello"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"last_watched_at\":1}]", "[1,2,3]", "[\"x\"]"})
    void a_list_of_something_else_is_of_an_unknown_format(String text) {
        InputStream file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        List<HistoryItem> items = new ArrayList<>();
        assertThatThrownBy(() -> Histories.read(file, Histories.ADAS, items::add))
                .isInstanceOfSatisfying(
                        HistoryUnreadableException.class,
                        unreadable ->
                                assertThat(unreadable.why()).isEqualTo(HistoryUnreadableException.Cause.UNKNOWN_FORMAT))
                .hasMessageContaining("Trakt");
        assertThat(items).isEmpty();
    }
}
