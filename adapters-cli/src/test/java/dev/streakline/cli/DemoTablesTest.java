package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.ranking.RankingView;
import dev.streakline.application.statistics.Selection;
import dev.streakline.cli.demo.DemoTables;
import dev.streakline.cli.store.CommandContext;
import dev.streakline.cli.wiring.WiredStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTablesTest {

    private static Map<String, Object> watch(String viewer, String channel, int seconds) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                channel,
                "source",
                "test",
                "type",
                "streakline.watch.v1",
                "subject",
                viewer,
                "time",
                "2026-05-09T20:00:00Z",
                "data",
                Map.of("channel", channel, "seconds", seconds));
    }

    @Test
    void below_the_lists_are_the_first_five_of_the_channel_on_which_most_was_watched() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int viewer = 1; viewer <= 6; viewer++) {
            events.add(watch("v" + viewer, "chess", 3_600 * viewer));
        }
        events.add(watch("v1", "music", 40_000));
        try (CommandContext context = new WiredStores(CommandRun.CLOCK, Map.of()).inMemory()) {
            context.streakline().recordFacts().record(events);
            context.streakline().refreshStatistics().refresh(new Selection.All());
            DemoTables tables = DemoTables.of(context, List.of("music", "chess", "unknown"));
            assertThat(tables.mostWatchedChannel().channel()).isEqualTo("chess");
            assertThat(tables.mostWatchedChannel().items())
                    .extracting(RankingView.RankedView::viewer)
                    .containsExactly("v6", "v5", "v4", "v3", "v2");
            assertThat(tables.text().lines().map(String::stripTrailing))
                    .contains(
                            "  v1                    1  v1                12.11  v1                    1",
                            "  most watched channel: chess   as of 2026-05-10T12:00:00Z, 6 ranked by watch time",
                            "     1        6:00   17 %  v6")
                    .doesNotContain("     6        1:00  100 %  v1");
        }
    }
}
