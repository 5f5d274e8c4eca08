package dev.streakline.application.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.Ranking;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseViewerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Events.NOW);

    private final InMemoryStore store = new InMemoryStore();
    private final EraseViewer forgetting = new EraseViewer(store.facts(), store.rankings(), CLOCK);

    private Ranking ranking(Population population) {
        return store.rankings().find(population).orElseThrow();
    }

    @Test
    void no_standings_know_the_forgotten() {
        store.facts()
                .append(List.of(
                        Events.watchOn("c1", "ada", "1", "2024-06-14T20:00:00Z", 60),
                        Events.watchOn("c1", "bob", "1", "2024-06-14T20:00:00Z", 90)));
        new RefreshStatistics(store.statistics(), store.rankings(), CLOCK).refresh(new Selection.All());
        assertThat(forgetting.erase(new ViewerId("bob"))).isTrue();
        for (Population population : List.of(new Population.OfChannel("c1"), Population.DEPLOYMENT)) {
            assertThat(ranking(population).watchTime().size()).isEqualTo(1);
            assertThat(ranking(population).watchTime().value(0)).isEqualTo(60);
        }
        assertThat(store.histories().viewers()).containsExactly(new ViewerId("ada"));
    }

    @Test
    void an_unknown_viewer_is_not_erased() {
        assertThat(forgetting.erase(new ViewerId("eve"))).isFalse();
    }
}
