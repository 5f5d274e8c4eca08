package dev.streakline.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveMembersTest {
    private static final String SHORT = "Title,Date\nDark,20/10/2020\nOzark,nonsense\n";
    private static final String TAKEOUT = """
            [{"header":"YouTube","title":"Watched x","titleUrl":"https://www.youtube.com/watch?v=x",
              "time":"2020-01-02T11:48:39Z"}]""";

    /** A zip that ends in a member's header cannot be distinguished from one that ends before it. */
    private static final int LOCAL_HEADER = 30;

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What was found, with the names of the members it was found in. */
    private static final class Found implements HistorySink {
        private final List<String> members = new ArrayList<>();
        private final List<HistoryItem> items = new ArrayList<>();

        @Override
        public void accept(HistoryItem item) {
            items.add(item);
        }

        @Override
        public void entering(String member) {
            members.add(member);
        }
    }

    private static Found read(byte[] zip, Reach expected) throws HistoryUnreadableException {
        Found found = new Found();
        Reach reach = Histories.read(new ByteArrayInputStream(zip), Histories.ADAS, found);
        assertThat(reach).isEqualTo(expected);
        return found;
    }

    @Test
    void histories_are_read_and_everything_else_is_passed_over() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Takeout/", new byte[0]);
        members.put("Takeout/archive_browser.html", bytes("<html>"));
        members.put("Takeout/history/watch-history.json", bytes(TAKEOUT));
        members.put("Takeout/settings.json", bytes("{\"a\":1}"));
        members.put("Takeout/numbers.json", bytes("[1,2]"));
        members.put("Takeout/empty.json", new byte[0]);
        members.put("netflix/../../../etc/\u001b[31mpasswd.csv", bytes(SHORT));
        members.put("events.ndjson.gz", Histories.gzip("{\"specversion\":1}\n"));
        members.put("inner.zip", zip(Map.of("a.csv", bytes(SHORT))));
        Found found = read(zip(members), Reach.COMPLETE);
        assertThat(Histories.entries(found.items)).hasSize(4);
        assertThat(Histories.bad(found.items))
                .extracting(HistoryItem.RejectedLine::line)
                .containsExactly(3L, 3L);
        assertThat(found.members)
                .contains("netflix/../../../etc/\u001b[31mpasswd.csv", "events.ndjson.gz", "inner.zip/a.csv");
        assertThat(Histories.notices(found.items))
                .last()
                .asString()
                .contains(
                        "watch-history.json",
                        "\\u001b[31mpasswd.csv",
                        "events.ndjson.gz",
                        "inner.zip/a.csv; not read: ")
                .contains("not read: Takeout/archive_browser.html, Takeout/settings.json, Takeout/numbers.json");
    }

    @Test
    void a_zip_without_histories_is_of_an_unknown_format() throws IOException {
        for (byte[] zip : List.of(zip(Map.of()), zip(Map.of("readme.txt", bytes("hello"))))) {
            assertThatThrownBy(() -> read(zip, Reach.COMPLETE))
                    .isInstanceOf(HistoryUnreadableException.class)
                    .hasMessageContaining("no file in this archive");
        }
    }

    @Test
    void a_zip_that_is_cut_anywhere_in_its_members_is_read_up_to_the_cut() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.csv", bytes(SHORT));
        byte[] first = zip(members);
        members.put("watch-history.json", bytes(TAKEOUT));
        byte[] whole = zip(members);
        int firstEnd = new String(first, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        int allEnd = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int cut = firstEnd + LOCAL_HEADER; cut < allEnd; cut++) {
            Found found = read(Arrays.copyOf(whole, cut), Reach.TRUNCATED);
            assertThat(Histories.events(found.items)).isNotEmpty();
            assertThat(Histories.bad(found.items))
                    .filteredOn(bad -> bad.code().equals("file.truncated"))
                    .hasSize(1);
        }
    }

    @Test
    void a_damaged_member_is_reported() throws IOException {
        byte[] zip = zip(Map.of("a.csv", bytes(SHORT)));
        zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("a.csv") + 12] ^= 0x40;
        Found found = read(zip, Reach.TRUNCATED);
        assertThat(Histories.bad(found.items))
                .anySatisfy(bad -> assertThat(bad.code()).isEqualTo("file.truncated"));
    }

    private static byte[] tgz(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
                entry.setSize(member.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(member.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_tgz_is_read_like_a_zip_from_standard_input_and_from_a_file(@TempDir Path folder) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Takeout/archive_browser.html", bytes("<html>"));
        members.put("Takeout/YouTube y YouTube\u00a0Music/historial/historial de búsquedas.json", bytes("[]"));
        members.put("Takeout/YouTube y YouTube\u00a0Music/historial/historial.json", bytes(TAKEOUT));
        for (byte[] archive : List.of(tgz(members), zip(members))) {
            assertThat(Histories.events("watch", read(archive, Reach.COMPLETE).items))
                    .hasSize(1);
            Path file = Files.write(folder.resolve("takeout"), archive);
            Found found = new Found();
            new FormatReaders().readFile(file.toString(), Histories.ADAS, found);
            assertThat(Histories.events("watch", found.items)).hasSize(1);
        }
    }

    @Test
    void my_activity_beside_the_watch_history_is_left_in_either_order() throws IOException {
        byte[] page = bytes(Takeout.viewed(List.of("Jan 2, 2020, 11:48:39 AM UTC")));
        for (String history : List.of(
                "Takeout/YouTube and YouTube Music/history/watch-history.json",
                "Takeout/YouTube und YouTube Music/Verlauf/Wiedergabeverlauf.json")) {
            Map<String, byte[]> members = new LinkedHashMap<>();
            members.put("Takeout/My Activity/YouTube/MyActivity.html", page);
            members.put(history, bytes(TAKEOUT));
            members.put("Takeout/Meine Aktivitäten/YouTube/MeineAktivitäten.json", bytes(TAKEOUT));
            Found found = read(zip(members), Reach.COMPLETE);
            assertThat(Histories.events("watch", found.items)).hasSize(1);
            assertThat(Histories.notices(found.items)).last().asString().contains("the watch history has the same");
        }
        Map<String, byte[]> alone = Map.of("Takeout/My Activity/YouTube/MyActivity.html", page);
        assertThat(Histories.events("watch", read(zip(alone), Reach.COMPLETE).items))
                .hasSize(1);
    }

    @Test
    void archives_in_archives_are_read_three_deep_and_no_deeper() throws IOException {
        byte[] archive = zip(Map.of("a.csv", bytes(SHORT)));
        for (int depth = 2; depth <= 3; depth++) {
            archive = depth % 2 == 0 ? tgz(Map.of("inner", archive)) : zip(Map.of("inner", archive));
            assertThat(Histories.entries(read(archive, Reach.COMPLETE).items)).hasSize(1);
        }
        byte[] four = zip(Map.of("inner", archive, "b.csv", bytes(SHORT)));
        Found found = read(four, Reach.COMPLETE);
        assertThat(Histories.entries(found.items)).hasSize(1);
        assertThat(Histories.notices(found.items)).last().asString().contains("nested too deeply");
    }

    @Test
    void what_macos_adds_to_a_zip_is_no_history_and_no_error() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Takeout/YouTube/history/watch-history.json", bytes(TAKEOUT));
        members.put("__MACOSX/Takeout/YouTube/history/._watch-history.json", new byte[] {0, 5, 22, 7, 0, 2, 0, 0, 'M'});
        Found found = read(zip(members), Reach.COMPLETE);
        assertThat(Histories.events("watch", found.items)).hasSize(1);
        assertThat(Histories.bad(found.items)).isEmpty();
    }

    @Test
    void a_workbook_is_named_with_what_to_do() throws IOException {
        byte[] workbook =
                zip(Map.of("xl/workbook.xml", bytes("<workbook/>"), "[Content_Types].xml", bytes("<Types/>")));
        assertThatThrownBy(() -> read(workbook, Reach.COMPLETE)).hasMessageContaining("save it as CSV");
    }

    @Test
    void my_activity_is_read_where_the_folder_of_youtube_has_no_plays() throws IOException {
        String search = TAKEOUT.replace("Watched", "Searched for").replace("watch?v=", "results?search_query=");
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("Takeout/My Activity/YouTube/MyActivity.json", bytes(TAKEOUT));
        members.put("Takeout/YouTube and YouTube Music/history/search-history.json", bytes(search));
        Found found = read(zip(members), Reach.COMPLETE);
        assertThat(Histories.events("watch", found.items)).hasSize(1);
        members.put("Takeout/YouTube and YouTube Music/history/watch-history.json", bytes(TAKEOUT));
        assertThat(Histories.events("watch", read(zip(members), Reach.COMPLETE).items))
                .hasSize(1);
    }
}
