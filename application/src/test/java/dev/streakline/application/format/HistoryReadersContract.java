package dev.streakline.application.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.HistoryUnreadableException.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link HistoryReaders} promises. */
public abstract class HistoryReadersContract {

    private static final ReadingChoices CHOICES = ReadingChoices.DEFAULT.as("viewer-1");

    @TempDir
    private Path folder;

    private HistoryReaders readers;

    /** The readers under test. */
    protected abstract HistoryReaders readers();

    @BeforeEach
    void open() {
        readers = readers();
    }

    /** Remembers everything. */
    private static final class Found implements HistorySink {
        private final List<HistoryItem> items = new ArrayList<>();
        private final List<String> members = new ArrayList<>();
        private long bytes;

        @Override
        public void accept(HistoryItem item) {
            items.add(item);
        }

        @Override
        public void entering(String member) {
            members.add(member);
        }

        @Override
        public void reached(long read) {
            assertThat(read).isNotNegative();
            bytes = read;
        }

        private <T extends HistoryItem> List<T> all(Class<T> kind) {
            return items.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private List<Map<String, Object>> plays() {
            return all(HistoryItem.Event.class).stream()
                    .map(HistoryItem.Event::event)
                    .filter(event -> "streakline.watch.v1".equals(event.get("type")))
                    .toList();
        }
    }

    /** Fails at the first byte. */
    private static final class LostConnection extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the connection is lost");
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return read();
        }
    }

    private Found read(byte[] bytes, ReadingChoices choices) throws HistoryUnreadableException {
        Found found = new Found();
        assertThat(readers.readStream("upload", new ByteArrayInputStream(bytes), choices, found))
                .isEqualTo(Reach.COMPLETE);
        return found;
    }

    private Found read(String text) throws HistoryUnreadableException {
        return read(text.getBytes(StandardCharsets.UTF_8), CHOICES);
    }

    private void assertUnreadable(byte[] bytes, ReadingChoices choices, Cause why) {
        Found found = new Found();
        HistoryUnreadableException unreadable = catchThrowableOfType(
                HistoryUnreadableException.class,
                () -> readers.readStream("up\u001bload", new ByteArrayInputStream(bytes), choices, found));
        assertThat(unreadable.why()).isEqualTo(why);
        assertThat(unreadable.getMessage()).contains("load").doesNotContain("\u001b", "\n");
        assertThat(found.all(HistoryItem.Event.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HistoryFiles.class)
    void each_format_is_recognised_by_its_content_however_it_is_packed(HistoryFiles file) throws IOException {
        for (byte[] packed : file.packedInEachWay()) {
            Found found = read(packed, CHOICES);
            assertThat(found.plays())
                    .hasSize(2)
                    .allSatisfy(play -> assertThat(play).containsEntry("subject", file.viewer()));
            assertThat(found.all(RejectedLine.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(HistoryFiles.class)
    void a_file_on_the_disk_has_the_same_items_as_a_stream(HistoryFiles file) throws IOException {
        for (byte[] packed : file.packedInEachWay()) {
            Path path = Files.write(folder.resolve("history.txt"), packed);
            Found found = new Found();
            assertThat(readers.readFile(path.toString(), CHOICES, found)).isEqualTo(Reach.COMPLETE);
            assertThat(found.plays()).hasSize(2).isEqualTo(read(packed, CHOICES).plays());
        }
    }

    @ParameterizedTest
    @EnumSource(HistoryFiles.class)
    void progress_is_counted_in_bytes_of_the_packed_file(HistoryFiles file) throws IOException {
        assertThat(read(file.bytes(), CHOICES).bytes).isEqualTo(file.bytes().length);
        byte[] gzip = HistoryFiles.gzip(file.bytes());
        assertThat(read(gzip, CHOICES).bytes).isEqualTo(gzip.length);
        byte[] archive = HistoryFiles.zip("member", file.bytes());
        Path path = Files.write(folder.resolve("history.txt"), archive);
        Found found = new Found();
        readers.readFile(path.toString(), CHOICES, found);
        assertThat(found.bytes).isPositive().isLessThanOrEqualTo(archive.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\n", "{\"a\":1}", "[1,2]", "<p>", "\0\1\2", "Name,Age\nAda,36\n"})
    void a_file_of_an_unknown_format_is_unreadable(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte[] packed : List.of(bytes, HistoryFiles.gzip(bytes), HistoryFiles.zip("ViewingActivity.csv", bytes))) {
            assertUnreadable(packed, CHOICES, Cause.UNKNOWN_FORMAT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n"})
    void an_empty_file_is_an_empty_history(String text) throws IOException {
        assertThat(read(text).items).isEmpty();
        assertThat(read(HistoryFiles.gzip(text.getBytes(StandardCharsets.UTF_8)), CHOICES).items)
                .isEmpty();
        Path path = Files.writeString(folder.resolve("empty"), text);
        assertThat(readers.readFile(path.toString(), CHOICES, item -> {})).isEqualTo(Reach.COMPLETE);
    }

    @Test
    void a_missing_file_and_a_folder_are_unreadable_for_different_reasons() {
        for (String absent : List.of(folder.resolve("no").toString(), "\0", folder.resolve("a/b") + "\u001b")) {
            assertThat(whyUnreadable(absent)).as(absent).isEqualTo(Cause.NOT_FOUND);
        }
        assertThat(whyUnreadable(folder.toString())).isEqualTo(Cause.NOT_READABLE);
    }

    private Cause whyUnreadable(String path) {
        return catchThrowableOfType(HistoryUnreadableException.class, () -> readers.readFile(path, CHOICES, item -> {}))
                .why();
    }

    @Test
    void what_only_the_viewer_knows_is_asked_for_and_used() throws IOException {
        byte[] list = HistoryFiles.NETFLIX_LIST.bytes();
        assertUnreadable(list, ReadingChoices.DEFAULT, Cause.OWNER_UNKNOWN);
        byte[] ambiguous = "Title,Date\nDark,03/04/2021\n".getBytes(StandardCharsets.UTF_8);
        assertUnreadable(ambiguous, CHOICES, Cause.DATE_ORDER_UNKNOWN);
        assertThat(read(ambiguous, CHOICES.with(DateOrder.MONTH_DAY_YEAR))
                        .plays()
                        .toString())
                .contains("2021-03-04");
        assertThat(read(list, CHOICES.as("someone else")).plays())
                .allSatisfy(play -> assertThat(play).containsEntry("subject", "someone else"));
    }

    @Test
    void every_entry_is_an_event_a_skipped_row_or_a_rejected_line_in_the_order_of_the_file() throws IOException {
        String header = "Profile Name,Start Time,Duration,Title,Supplemental Video Type\r\n";
        String first = "Ana,2025-09-21 20:00:00,0:45:00,Dark,\r\n";
        String trailer = "Ana,2025-09-21 19:00:00,0:00:20,Film,TRAILER\r\n";
        String broken = "Ana,at noon,0:30:00,Zoë,";
        String last = "Ana,2025-09-20 20:00:00,0:45:00,Ozark,";
        String rows = header + first + trailer + broken + "\r\n" + last;
        Found found = read(rows);
        assertThat(found.all(HistoryItem.Event.class))
                .filteredOn(HistoryItem.Event::isPlay)
                .extracting(HistoryItem::line)
                .containsExactly(2L, 5L);
        assertThat(found.all(HistoryItem.Skipped.class))
                .containsExactly(new HistoryItem.Skipped(3, SkipReason.SUPPLEMENT));
        assertThat(found.all(RejectedLine.class)).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(4);
            assertThat(rejected.offset()).isEqualTo((header + first + trailer).length());
            assertThat(rejected.pointer()).isEqualTo("/Start Time");
            assertThat(rejected.raw()).isEqualTo(RawBytes.of(broken));
            assertThat(rejected.length()).isEqualTo(rejected.raw().length());
        });
        assertThat(read(rows.getBytes(StandardCharsets.UTF_8), CHOICES.with(Previews.INCLUDE))
                        .all(HistoryItem.Skipped.class))
                .isEmpty();
    }

    @Test
    void a_rejected_line_has_the_bytes_of_the_file_and_the_next_line_is_read() throws IOException {
        byte[] bytes = ("{\"specversion\":1}\n{?}\n" + "x".repeat((1 << 20) + 1) + "\n{\"specversion\":2}")
                .getBytes(StandardCharsets.UTF_8);
        bytes[19] = (byte) 0xC3;
        Found found = read(bytes, CHOICES);
        assertThat(found.items).extracting(HistoryItem::line).containsExactly(1L, 2L, 3L, 4L);
        RejectedLine broken = found.all(RejectedLine.class).get(0);
        assertThat(broken.code()).isEqualTo(RejectedLine.NOT_UTF8);
        assertThat(broken.raw().toArray()).containsExactly('{', 0xC3, '}');
        RejectedLine tooLong = found.all(RejectedLine.class).get(1);
        assertThat(tooLong.code()).isEqualTo(RejectedLine.TOO_LONG);
        assertThat(tooLong.raw()).isEqualTo(RawBytes.of("x".repeat(1000)));
        assertThat(tooLong.length()).isEqualTo((1 << 20) + 1);
    }

    @Test
    void a_file_that_breaks_off_is_read_up_to_there() throws IOException {
        byte[] packed =
                HistoryFiles.gzip(("{\"specversion\":1}\n" + "{\"specversion\":2}").getBytes(StandardCharsets.UTF_8));
        Found found = new Found();
        InputStream cut = new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 4));
        assertThat(readers.readStream("upload", cut, CHOICES, found)).isEqualTo(Reach.TRUNCATED);
        assertThat(found.items.get(0)).isInstanceOf(HistoryItem.Event.class);
        assertThat(found.all(RejectedLine.class))
                .extracting(RejectedLine::code)
                .containsExactly(RejectedLine.TRUNCATED);
    }

    @Test
    void a_stream_that_fails_is_read_up_to_there() throws IOException {
        InputStream failing = new LostConnection();
        Found found = new Found();
        InputStream later = new SequenceInputStream(
                new ByteArrayInputStream("{\"specversion\":1}\n{".getBytes(StandardCharsets.UTF_8)), failing);
        assertThat(readers.readStream("upload", later, CHOICES, found)).isEqualTo(Reach.TRUNCATED);
        assertThat(found.items).hasSize(2);
        assertThat(found.all(RejectedLine.class)).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).contains("the connection is lost");
            assertThat(rejected.raw()).isEqualTo(RawBytes.of("{"));
        });
        assertThat(readers.readStream("upload", failing, CHOICES, found)).isEqualTo(Reach.TRUNCATED);
    }

    @Test
    void a_stream_is_read_to_its_end_and_left_open() throws IOException {
        for (HistoryFiles file : HistoryFiles.values()) {
            for (byte[] packed : file.packedInEachWay()) {
                InputStream open = new ByteArrayInputStream(packed) {
                    @Override
                    public void close() {
                        throw new AssertionError("its caller closes it");
                    }
                };
                readers.readStream("upload", open, CHOICES, item -> {});
                assertThat(open.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void an_archive_names_its_members_as_they_are() throws IOException {
        String name = "../\u001b[31m/ünï.csv";
        Found found = read(HistoryFiles.zip(name, HistoryFiles.NETFLIX_LIST.bytes()), CHOICES);
        assertThat(found.members).containsExactly(name);
        byte[] inner = HistoryFiles.zip("inner.zip", HistoryFiles.zip("list", HistoryFiles.NETFLIX_LIST.bytes()));
        assertThat(read(inner, CHOICES).members).containsExactly("inner.zip/list");
        assertThat(read(HistoryFiles.TRAKT.bytes(), CHOICES).members).isEmpty();
    }

    @Test
    void what_a_sink_throws_ends_the_reading_and_reaches_the_caller_unchanged() {
        for (RuntimeException failure : List.of(
                new IllegalArgumentException("enough"),
                new IllegalStateException("enough"),
                new UncheckedIOException(new IOException("enough")))) {
            for (HistoryFiles file : HistoryFiles.values()) {
                for (byte[] packed : file.packedInEachWay()) {
                    List<HistoryItem> items = new ArrayList<>();
                    HistorySink sink = item -> {
                        items.add(item);
                        if (item.isPlay() || file.name().startsWith("EVENT")) {
                            throw failure;
                        }
                    };
                    assertThatThrownBy(
                                    () -> readers.readStream("upload", new ByteArrayInputStream(packed), CHOICES, sink))
                            .isSameAs(failure);
                    assertThat(items).hasSizeLessThan(4);
                }
            }
        }
    }

    @Test
    void what_a_sink_throws_on_entering_a_member_or_of_progress_reaches_the_caller() {
        byte[] archive = HistoryFiles.zip("list", HistoryFiles.NETFLIX_LIST.bytes());
        RuntimeException failure = new IllegalArgumentException("enough");
        HistorySink refusing = new HistorySink() {
            @Override
            public void accept(HistoryItem item) {
                throw new AssertionError("it was not entered");
            }

            @Override
            public void entering(String member) {
                throw failure;
            }
        };
        assertThatThrownBy(() -> readers.readStream("upload", new ByteArrayInputStream(archive), CHOICES, refusing))
                .isSameAs(failure);
        HistorySink impatient = new HistorySink() {
            @Override
            public void accept(HistoryItem item) {}

            @Override
            public void reached(long bytes) {
                throw failure;
            }
        };
        assertThatThrownBy(() -> readers.readStream("upload", new ByteArrayInputStream(archive), CHOICES, impatient))
                .isSameAs(failure);
    }

    @Test
    void a_reading_in_the_middle_of_another_one_changes_nothing() throws IOException {
        byte[] archive = HistoryFiles.zip("list", HistoryFiles.NETFLIX_LIST.bytes());
        Found outer = new Found();
        List<List<Map<String, Object>>> inner = new ArrayList<>();
        readers.readStream("upload", new ByteArrayInputStream(archive), CHOICES, item -> {
            outer.accept(item);
            try {
                inner.add(read(HistoryFiles.TRAKT.bytes(), CHOICES).plays());
            } catch (HistoryUnreadableException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
        assertThat(outer.plays()).isEqualTo(read(archive, CHOICES).plays());
        assertThat(inner)
                .hasSizeGreaterThan(1)
                .allSatisfy(plays -> assertThat(plays).hasSize(2));
    }
}
