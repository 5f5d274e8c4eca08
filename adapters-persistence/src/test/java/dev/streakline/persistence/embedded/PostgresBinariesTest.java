package dev.streakline.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {

    @Test
    void programs_of_which_some_are_missing_or_cut_short_are_unpacked_again(@TempDir Path parent) throws Exception {
        Path place = Files.createDirectory(parent.resolve("binaries"));
        Files.createFile(place.resolve("left over"));
        assertThat(PostgresBinaries.isComplete(place)).isFalse();
        PostgresBinaries.forThisMachine().unpackTo(place, word -> {});
        assertThat(place.resolve("left over")).doesNotExist();
        Path program = place.resolve("bin/pg_ctl");
        assertThat(program).isExecutable();
        assertThat(PostgresBinaries.isComplete(place)).isTrue();

        Files.write(program, new byte[1]);
        assertThat(PostgresBinaries.isComplete(place)).isFalse();
        Files.delete(program);
        assertThat(PostgresBinaries.isComplete(place)).isFalse();
    }

    @TempDir
    private Path directory;

    @Test
    void are_in_this_build_for_this_machine() {
        assertThatCode(PostgresBinaries::forThisMachine).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void that_are_not_in_this_build_are_missed_with_advice(String system, String processor) {
        assertThatThrownBy(() -> PostgresBinaries.of(system, processor))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "This build has no PostgreSQL binaries for " + system + " on " + processor + "."
                                + " Run it on a platform that it was built for, or set STREAKLINE_DATABASE_URL to a PostgreSQL 15 or newer.");
    }

    @Test
    void are_unpacked_with_their_links_and_modes() throws IOException {
        unpack(
                file("bin/postgres", 0755, "program"),
                file("share/words", 0644, "text"),
                link("lib/libpq.so", "../share/words"));
        assertThat(directory.resolve("bin/postgres")).isExecutable().hasContent("program");
        assertThat(Files.isExecutable(directory.resolve("share/words"))).isFalse();
        assertThat(directory.resolve("lib/libpq.so")).isSymbolicLink().hasContent("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "bin/../../outside", "/tmp/outside"})
    void do_not_write_outside(String name) {
        assertThatThrownBy(() -> unpack(file(name, 0644, "bad")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("points out of the archive");
        assertThat(directory.resolveSibling("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside", "/etc/passwd"})
    void do_not_link_outside(String target) {
        assertThatThrownBy(() -> unpack(link("lib/libpq.so", target)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("points out of the archive");
    }

    @Test
    void hold_nothing_but_files_directories_and_links() {
        TarArchiveEntry device = new TarArchiveEntry("dev/null", TarConstants.LF_CHR);
        assertThatThrownBy(() -> unpack(new Entry(device, ""))).hasMessageContaining("of a kind that is not expected");
    }

    private record Entry(TarArchiveEntry header, String content) {}

    private static Entry file(String name, int mode, String content) {
        TarArchiveEntry header = new TarArchiveEntry(name, true);
        header.setMode(mode);
        header.setSize(content.length());
        return new Entry(header, content);
    }

    private static Entry link(String name, String target) {
        TarArchiveEntry header = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        header.setLinkName(target);
        return new Entry(header, "");
    }

    private void unpack(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                archive.putArchiveEntry(entry.header());
                archive.write(entry.content().getBytes(StandardCharsets.US_ASCII));
                archive.closeArchiveEntry();
            }
        }
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PostgresBinaries.unpack(archive, directory);
        }
    }
}
