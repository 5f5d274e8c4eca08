package dev.streakline.cli.format.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.format.Reach;
import dev.streakline.cli.format.Takeout;
import dev.streakline.cli.format.line.Line;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlCellsTest {
    private static final String PAGE =
            Takeout.viewed(List.of("Jan 13, 2026, 4:16:16 PM UTC", "Jan 12, 2026, 4:16:16 PM UTC"));

    private static HtmlCells cells(String html) {
        return new HtmlCells(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Line> all(HtmlCells cells) {
        List<Line> all = new ArrayList<>();
        for (Optional<Line> cell = cells.next(); cell.isPresent(); cell = cells.next()) {
            all.add(cell.get());
            assertThat(all).hasSizeLessThan(4);
        }
        return all;
    }

    @Test
    void every_entry_is_cut_out_with_its_offset() {
        HtmlCells cells = cells(PAGE);
        assertThat(all(cells)).hasSize(2).allSatisfy(cell -> {
            Line.Text text = (Line.Text) cell;
            assertThat(PAGE.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan((int) text.offset());
            assertThat(text.text()).startsWith(HtmlCells.START).doesNotContain("</body>");
        });
        assertThat(cells.reach()).isEqualTo(Reach.COMPLETE);
    }

    @Test
    void a_page_that_is_cut_anywhere_is_read_up_to_the_cut_once() {
        int first = PAGE.indexOf(HtmlCells.START) + HtmlCells.START.length();
        for (int cut = first; cut < PAGE.indexOf("</body>"); cut += 7) {
            HtmlCells cells = cells(PAGE.substring(0, cut));
            List<Line> all = all(cells);
            assertThat(cells.reach()).isEqualTo(Reach.TRUNCATED);
            assertThat(all.get(all.size() - 1))
                    .isInstanceOfSatisfying(
                            Line.Unreadable.class,
                            last -> assertThat(last.rejected().code()).isEqualTo("file.truncated"));
        }
    }

    @Test
    void a_page_without_entries_has_none() {
        assertThat(all(cells("<html><body></body></html>"))).isEmpty();
    }
}
