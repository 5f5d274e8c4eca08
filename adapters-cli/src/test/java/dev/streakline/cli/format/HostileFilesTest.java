package dev.streakline.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.KnownLists;
import dev.streakline.application.format.Previews;
import dev.streakline.application.format.ReadingChoices;
import dev.streakline.cli.format.line.LineSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The small files of the field, damaged. No exception escapes but the one that explains why a file cannot be read, and
 * no more entries are found than there could be.
 */
class HostileFilesTest {
    private static final Path FIELD = Path.of("src/test/resources/dev/streakline/cli/field");
    private static final int LONG_LINE = 10_000_000;
    private static final int SEEDS = 40;
    private static final int MANY_SEEDS = 200;
    private static final int MOST_ENTRIES = 40;
    private static final ReadingChoices CHOICES =
            new ReadingChoices(Previews.SKIP, "ada", null, null, LocalDate.parse("2026-11-29"), KnownLists.NONE);

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FIELD)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList().stream();
        }
    }

    /** How many entries a file has, events, skipped and bad ones. */
    private static final class Counting implements HistorySink {
        private int entries;
        private int plays;

        @Override
        public void accept(HistoryItem item) {
            if (item instanceof HistoryItem.RejectedLine bad) {
                entries++;
                assertThat(bad.reason()).isNotBlank().doesNotContain("\tat ");
                assertThat(bad.raw().length()).isLessThanOrEqualTo(LineSource.LONGEST_LINE);
            } else if (item instanceof HistoryItem.Skipped) {
                entries++;
            } else if (item instanceof HistoryItem.Event event && event.role() != HistoryItem.EventRole.DETAILS) {
                entries++;
                plays++;
            }
        }
    }

    private static Counting read(byte[] bytes, String what) {
        Counting counting = new Counting();
        try {
            Histories.read(new ByteArrayInputStream(bytes), CHOICES, counting);
        } catch (HistoryUnreadableException unreadable) {
            assertThat(unreadable.getMessage()).as(what).isNotBlank().doesNotContain("\n", "Exception");
        } catch (RuntimeException escaped) {
            fail(what, escaped);
        }
        return counting;
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_is_cut_anywhere_is_read_up_to_the_cut_or_refused(Path file) throws IOException {
        cut(file, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_with_one_byte_changed_is_read_or_refused(Path file) throws IOException {
        changeOneByte(file, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_with_ten_megabytes_of_one_line_is_read_around_it(Path file) throws IOException {
        fill(file, List.of("x", "\""));
    }

    @ParameterizedTest
    @MethodSource("files")
    @Tag("exhaustive")
    void a_file_that_is_damaged_in_many_places_is_read_or_refused(Path file) throws IOException {
        cut(file, MANY_SEEDS);
        changeOneByte(file, MANY_SEEDS);
        fill(file, List.of("{", "[", "<", ",\"\"", "\0"));
    }

    private static void cut(Path file, int seeds) throws IOException {
        Random random = new Random(15);
        byte[] whole = Files.readAllBytes(file);
        int plays = read(whole, file.toString()).plays;
        for (int i = 0; i < seeds; i++) {
            int length = random.nextInt(whole.length);
            String what = file.getFileName() + " cut at " + length;
            assertThat(read(Arrays.copyOf(whole, length), what).plays).as(what).isLessThanOrEqualTo(plays);
        }
    }

    private static void changeOneByte(Path file, int seeds) throws IOException {
        Random random = new Random(16);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < seeds; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] = (byte) random.nextInt(256);
            String what = file.getFileName() + " with another byte at " + at;
            // A lost quote or bracket may split an entry, and never adds many.
            assertThat(read(changed, what).entries).as(what).isLessThan(MOST_ENTRIES);
        }
    }

    private static void fill(Path file, List<String> fillings) throws IOException {
        Random random = new Random(17);
        byte[] whole = Files.readAllBytes(file);
        int plays = read(whole, file.toString()).plays;
        for (int at : new int[] {0, random.nextInt(whole.length), whole.length}) {
            for (String filling : fillings) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(whole, 0, at);
                bytes.writeBytes(filling.repeat(LONG_LINE / filling.length()).getBytes(StandardCharsets.UTF_8));
                bytes.write(whole, at, whole.length - at);
                String what = file.getFileName() + " with many " + filling + " at " + at;
                assertThat(read(bytes.toByteArray(), what).plays).as(what).isLessThanOrEqualTo(plays);
            }
        }
    }
}
