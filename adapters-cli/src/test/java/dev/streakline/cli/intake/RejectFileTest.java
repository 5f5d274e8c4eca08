package dev.streakline.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.HistoryItem.RejectedLine;
import dev.streakline.application.format.RawBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {

    private static final HistoryFile STANDARD_INPUT = new HistoryFile("-", InputStream.nullInputStream());

    @TempDir
    private Path folder;

    @Test
    void rejected_lines_stand_in_the_file_byte_for_byte() throws IOException {
        byte[] broken = {'{', (byte) 0xFF};
        Path path = folder.resolve("x.rejects.ndjson");
        try (RejectFile rejects = RejectFile.at(path)) {
            assertThat(path).doesNotExist();
            rejects.add(STANDARD_INPUT, "", new RejectedLine(1, 0, "c", "", "r", RawBytes.copyOf(broken, 0, 2), 2));
            rejects.add(
                    STANDARD_INPUT,
                    "a\uDC00/\"b\".csv",
                    new RejectedLine(
                            1L << 40, 3, "c", "/\uD800", "r \uD83D\uDE00", RawBytes.of("\0\u202E\t\u007F/é"), 99));
            rejects.add(STANDARD_INPUT, "", new RejectedLine(2, 3, "c", "", "", RawBytes.of(""), 0));
            assertThat(rejects.written()).contains(path);
        }
        assertThat(Files.readString(path)).isEqualTo("""
                {"file":"standard input","line":1,"offset":0,"code":"c","pointer":"","reason":"r","base64":"e/8="}
                {"file":"standard input","member":"a?/\\"b\\".csv","line":1099511627776,"offset":3,"code":"c",\
                "pointer":"/?","reason":"r \uD83D\uDE00","text":"\\u0000\u202E\\t\u007F/é","length":99}
                {"file":"standard input","line":2,"offset":3,"code":"c","pointer":"","reason":"","text":""}
                """);
    }

    @Test
    void without_rejected_lines_there_is_no_file() {
        Path path = folder.resolve("x.rejects.ndjson");
        try (RejectFile rejects = RejectFile.at(path)) {
            assertThat(rejects.written()).isEmpty();
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_written_is_named_with_the_reason() {
        Path path = folder.resolve("missing").resolve("x.rejects.ndjson");
        try (RejectFile rejects = RejectFile.at(path)) {
            assertThatThrownBy(() ->
                            rejects.add(STANDARD_INPUT, "", new RejectedLine(1, 0, "c", "", "r", RawBytes.of("x"), 1)))
                    .hasMessage("Cannot write the reject file " + path + ": there is no such directory."
                            + " Run the command in a writable directory, or name a file: --rejects FILE.");
        }
    }
}
