package dev.streakline.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryReaders;
import dev.streakline.application.format.HistoryReadersContract;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatReadersTest extends HistoryReadersContract {

    @Override
    protected HistoryReaders readers() {
        return new FormatReaders();
    }

    /** A line by which a file is known to be of events. */
    private static final String EVENT = "{\"specversion\":1}";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\n", "\uFEFF"})
    void an_empty_file_is_an_empty_history(String text) {
        assertThat(Histories.read(text)).isEmpty();
    }

    @Test
    void byte_order_mark_and_line_ends_do_not_matter_and_offsets_count_them() {
        List<HistoryItem> items = Histories.read("\uFEFF" + EVENT + "\r\n\n{\"b\":2}");
        assertThat(items).extracting(HistoryItem::line).containsExactly(1L, 3L);
        assertThat(((HistoryItem.Event) items.get(1)).offset()).isEqualTo(3 + EVENT.length() + 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"a":2}     | The member at /a is given twice; remove one.
            {"a":1} {"b":1}   | there is more text after the JSON object
            {"a":             | the JSON is incomplete
            [1]               | The item is not a JSON object.
            {"a":nul}         | not JSON at column 6
            """)
    void a_line_that_is_not_one_json_object_is_bad(String line, String reason) {
        HistoryItem.RejectedLine bad =
                (HistoryItem.RejectedLine) Histories.read(EVENT + "\n" + line).get(1);
        assertThat(bad.code()).isEqualTo("line.not_json");
        assertThat(bad.reason()).isEqualTo(reason);
    }

    @Test
    void deep_json_is_bad_and_a_huge_number_stays_exact() {
        assertThat(second("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).isInstanceOf(HistoryItem.Event.class);
        assertThat(second("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"))
                .isInstanceOf(HistoryItem.RejectedLine.class);
        assertThat(((HistoryItem.Event) second("{\"a\":1e400}")).event())
                .isEqualTo(Map.of("a", new java.math.BigDecimal("1e400")));
        assertThat(second("{\"a\":1e99999999999}")).isInstanceOf(HistoryItem.RejectedLine.class);
    }

    private static HistoryItem second(String line) {
        return Histories.read(EVENT + "\n" + line).get(1);
    }

    @Test
    void broken_utf8_and_nul_bytes_are_bad_lines_and_the_next_line_is_read() {
        byte[] bytes = (EVENT + "\n?\n\0\0\n{\"\uFFFD\":1}\n").getBytes(StandardCharsets.UTF_8);
        bytes[EVENT.length() + 1] = (byte) 0xC3;
        List<HistoryItem> items = Histories.read(bytes);
        assertThat(((HistoryItem.RejectedLine) items.get(1)).code()).isEqualTo("line.not_utf8");
        assertThat(((HistoryItem.RejectedLine) items.get(2)).code()).isEqualTo("line.not_json");
        assertThat(items.get(3)).isInstanceOf(HistoryItem.Event.class);
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_passed_over() throws IOException {
        List<HistoryItem> items = new ArrayList<>();
        Histories.read(Repeated.between(EVENT + "\n", 'x', 100_000_000, "\n{}"), ReadingChoices.DEFAULT, items::add);
        HistoryItem.RejectedLine bad = (HistoryItem.RejectedLine) items.get(1);
        assertThat(bad.code()).isEqualTo("line.too_long");
        assertThat(bad.length()).isEqualTo(100_000_000);
        assertThat(bad.raw().length()).isEqualTo(1000);
        assertThat(((HistoryItem.Event) items.get(2)).offset()).isEqualTo(100_000_002 + EVENT.length());
    }

    @Test
    void concatenated_gzip_is_read_whole_and_truncated_gzip_up_to_the_cut() throws IOException {
        byte[] one = Histories.gzip(EVENT + "\n");
        byte[] both = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, both, one.length, one.length);
        assertThat(Histories.read(both)).hasSize(2);
        for (int cut = one.length + 1; cut < both.length; cut++) {
            List<HistoryItem> items = new ArrayList<>();
            Reach reach = Histories.read(new ByteArrayInputStream(both, 0, cut), ReadingChoices.DEFAULT, items::add);
            assertThat(reach).isEqualTo(Reach.TRUNCATED);
            HistoryItem last = items.get(items.size() - 1);
            assertThat(((HistoryItem.RejectedLine) last).code()).isEqualTo("file.truncated");
            assertThat(items.get(0)).isInstanceOf(HistoryItem.Event.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void gzip_that_ends_in_its_first_header_cannot_be_read(int bytes) throws IOException {
        InputStream file = new ByteArrayInputStream(Histories.gzip(EVENT), 0, bytes);
        assertThatThrownBy(() -> Histories.read(file, ReadingChoices.DEFAULT, item -> {}))
                .isInstanceOf(HistoryUnreadableException.class)
                .hasMessageContaining("the gzip data is truncated");
    }

    @Test
    void damaged_gzip_and_other_bytes_after_it_are_reported_after_the_items_before() throws IOException {
        byte[] whole = Histories.gzip(EVENT + "\n");
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 1;
        byte[] followed = Arrays.copyOf(whole, whole.length + 3);
        followed[whole.length] = 'x';
        for (byte[] bytes : List.of(damaged, followed)) {
            List<HistoryItem> items = new ArrayList<>();
            assertThat(Histories.read(new ByteArrayInputStream(bytes), ReadingChoices.DEFAULT, items::add))
                    .isEqualTo(Reach.TRUNCATED);
            assertThat(items).hasSize(2);
            assertThat(items.get(0)).isInstanceOf(HistoryItem.Event.class);
            assertThat(((HistoryItem.RejectedLine) items.get(1)).reason()).containsIgnoringCase("gz");
        }
    }

    @Test
    void an_unknown_format_is_reported_with_its_beginning_escaped() {
        InputStream file = new ByteArrayInputStream("\u001b[31mx".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Histories.read(file, ReadingChoices.DEFAULT, item -> {}))
                .isInstanceOf(HistoryUnreadableException.class)
                .hasMessageContaining("\\u001b[31mx")
                .hasMessageContaining("ViewingActivity.csv");
    }

    @Test
    void a_missing_file_and_a_directory_are_distinguished(@TempDir Path folder) {
        assertThatThrownBy(() -> new FormatReaders()
                        .readFile(folder.resolve("no").toString(), ReadingChoices.DEFAULT, item -> {}))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> new FormatReaders().readFile(folder.toString(), ReadingChoices.DEFAULT, item -> {}))
                .hasMessageContaining("it is a directory");
    }

    @Test
    @Tag("foreign")
    @EnabledIf("dev.streakline.cli.format.SharedData#isThere")
    void naughty_strings_come_back_as_they_are() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (JsonNode naughty :
                json.readTree(SharedData.file("data/naughty-strings/blns.json").toFile())) {
            String line = json.writeValueAsString(Map.of("specversion", "1.0", "title", naughty.asText()));
            assertThat(((HistoryItem.Event) Histories.read(line).get(0)).event())
                    .containsEntry("title", naughty.asText());
        }
    }
}
