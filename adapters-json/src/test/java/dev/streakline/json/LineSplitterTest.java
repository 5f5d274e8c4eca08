package dev.streakline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {

    private static final int LONGEST = 256 * 1024;

    /** Returns a limited number of bytes for each read, as a network may. */
    private static final class Dripping extends FilterInputStream {

        private final int atMost;

        private Dripping(String text, int atMost) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.atMost = atMost;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return super.read(into, from, Math.min(atMost, length));
        }
    }

    private static LineSplitter lines(String text) {
        return new LineSplitter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LONGEST);
    }

    /** Each line as its number and the number in it, {@code blank} or {@code long}. */
    private static List<String> told(LineSplitter lines) throws IOException {
        List<String> told = new ArrayList<>();
        while (lines.next()) {
            String what = "blank";
            if (lines.isTooLong()) {
                what = "long";
            } else if (!lines.isBlank()) {
                what = String.valueOf(Json.EVENTS
                        .createParser(lines.bytes(), 0, lines.stored())
                        .nextIntValue(-1));
            }
            told.add(lines.number() + ":" + what);
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 16})
    void lines_end_where_they_end_however_they_arrive(int bytesAtOnce) throws IOException {
        LineSplitter lines = new LineSplitter(new Dripping("1\n22\r\n\n \t\r\n333\n4444", bytesAtOnce), LONGEST);
        assertThat(told(lines)).containsExactly("1:1", "2:22", "3:blank", "4:blank", "5:333", "6:4444");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -2, -1, 0, 1, 2})
    void a_line_may_end_at_the_border_of_the_buffer(int beyond) throws IOException {
        String filler = " ".repeat((1 << 16) + beyond);
        assertThat(told(lines(filler + "\n7\n8"))).containsExactly("1:blank", "2:7", "3:8");
        assertThat(told(lines(filler + "7\r\n8\r\n"))).containsExactly("1:7", "2:8");
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(told(lines(""))).isEmpty();
        assertThat(told(lines("\n"))).containsExactly("1:blank");
        assertThat(told(lines("7"))).containsExactly("1:7");
        assertThat(told(lines("7\n"))).containsExactly("1:7");
        assertThat(told(lines("7\n\n"))).containsExactly("1:7", "2:blank");
    }

    @Test
    void a_carriage_return_alone_ends_no_line() throws IOException {
        assertThat(told(lines("\r7\r\r\n8"))).containsExactly("1:7", "2:8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1 << 16, Integer.MAX_VALUE})
    void a_line_that_is_too_long_is_reported_and_the_next_is_whole(int bytesAtOnce) throws IOException {
        String fits = " ".repeat(LONGEST - 1);
        assertThat(told(new LineSplitter(new Dripping(fits + "7\n8", bytesAtOnce), LONGEST)))
                .containsExactly("1:7", "2:8");
        assertThat(told(new LineSplitter(new Dripping(fits + "77\n8", bytesAtOnce), LONGEST)))
                .containsExactly("1:long", "2:8");
        assertThat(told(new LineSplitter(new Dripping(fits + fits + fits + "7\n8", bytesAtOnce), LONGEST)))
                .containsExactly("1:long", "2:8");
    }

    @Test
    void a_line_that_never_ends_takes_no_memory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                left -= length;
                return left > 0 ? length : -1;
            }
        };
        assertThat(told(new LineSplitter(endless, LONGEST))).containsExactly("1:long");
    }

    @Test
    void what_came_before_a_failure_is_read_and_the_rest_of_its_line_is_there() throws IOException {
        LineSplitter lines = new LineSplitter(
                new SequenceInputStream(
                        new ByteArrayInputStream("1\n22\n3".getBytes(StandardCharsets.UTF_8)), broken()),
                LONGEST);
        lines.allowFilesOfOtherSystems();
        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.length()).isEqualTo(2);
        assertThatThrownBy(lines::next).hasMessage("gone");
        assertThat(lines.stored()).isEqualTo(1);
        assertThat(lines.bytes()[0]).isEqualTo((byte) '3');
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.offset()).isEqualTo(5);
        assertThatThrownBy(lines::next).hasMessage("gone");
    }

    @ParameterizedTest
    @CsvSource({"'1\r2\r3', 3", "'1\r2\n3', 2", "'1', 1", "'', 0"})
    void a_file_without_line_feeds_ends_lines_with_carriage_returns(String text, int count) throws IOException {
        LineSplitter lines = lines("\uFEFF" + text);
        lines.allowFilesOfOtherSystems();
        int found = 0;
        for (; lines.next(); found++) {
            assertThat(lines.bytes()[0]).isEqualTo((byte) ('1' + (found == 1 && count == 2 ? 2 : found)));
        }
        assertThat(found).isEqualTo(count);
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        };
    }

    @Test
    void a_stream_that_breaks_is_no_end() {
        assertThatThrownBy(() -> new LineSplitter(broken(), LONGEST).next()).isInstanceOf(IOException.class);
    }
}
