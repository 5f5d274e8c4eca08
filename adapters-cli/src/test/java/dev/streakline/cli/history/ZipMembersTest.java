package dev.streakline.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipMembersTest {
    private static final String SHORT = "Title,Date\nDark,20/10/2020\nOzark,nonsense\n";
    private static final String TAKEOUT =
            "[{\"header\":\"YouTube\",\"title\":\"x\",\"time\":\"2020-01-02T11:48:39Z\"}]";

    /** A zip that ends in a member's header cannot be told from one that ends before it. */
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

    private static Found read(byte[] zip, Reach expected) throws HistoryUnreadable {
        Found found = new Found();
        Reach reach = HistoryFile.named("-", new ByteArrayInputStream(zip)).read(Histories.ADAS, found);
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
        members.put("events.ndjson.gz", Histories.gzip("{\"id\":1}\n"));
        members.put("inner.zip", zip(Map.of("a.csv", bytes(SHORT))));
        Found found = read(zip(members), Reach.TO_THE_END);
        assertThat(Histories.events(found.items)).hasSize(3);
        assertThat(Histories.bad(found.items))
                .singleElement()
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(3));
        assertThat(found.members)
                .contains("netflix/../../../etc/\u001b[31mpasswd.csv", "events.ndjson.gz")
                .doesNotContain("Takeout/settings.json");
    }

    @Test
    void a_zip_without_histories_is_of_an_unknown_format() throws IOException {
        for (byte[] zip : List.of(zip(Map.of()), zip(Map.of("readme.txt", bytes("hello"))))) {
            assertThatThrownBy(() -> read(zip, Reach.TO_THE_END))
                    .isInstanceOf(HistoryUnreadable.class)
                    .hasMessageContaining("no file in this zip");
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
            Found found = read(Arrays.copyOf(whole, cut), Reach.CUT_SHORT);
            assertThat(Histories.events(found.items)).isNotEmpty();
            assertThat(Histories.bad(found.items))
                    .filteredOn(bad -> bad.code().equals("file.truncated"))
                    .hasSize(1);
        }
    }

    @Test
    void a_damaged_member_is_told() throws IOException {
        byte[] zip = zip(Map.of("a.csv", bytes(SHORT)));
        zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("a.csv") + 12] ^= 0x40;
        Found found = read(zip, Reach.CUT_SHORT);
        assertThat(Histories.bad(found.items))
                .anySatisfy(bad -> assertThat(bad.code()).isEqualTo("file.truncated"));
    }
}
