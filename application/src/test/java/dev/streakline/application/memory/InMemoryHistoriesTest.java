package dev.streakline.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.history.HistoriesContract;
import dev.streakline.application.intake.Events;
import dev.streakline.domain.statistics.Fold;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryHistoriesTest extends HistoriesContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryHistories histories = store.histories();

    @Override
    protected Store store() {
        return new Store(store.facts(), histories);
    }

    @Test
    void facts_are_on_the_channel_that_they_or_their_title_name() {
        store.facts()
                .append(List.of(
                        Events.read(Events.event(
                                "title",
                                "film",
                                "t",
                                "2024-01-01T00:00:00Z",
                                Map.of("kind", "movie", "name", "Film", "runtimeSeconds", 600, "channel", "cinema"))),
                        Events.read(Events.event("watch", "ada", "1", "2024-06-01T20:00:00Z", Map.of("title", "film"))),
                        Events.read(Events.event(
                                "watch",
                                "ada",
                                "2",
                                "2024-06-02T20:00:00Z",
                                Map.of("title", "film", "channel", "attic", "seconds", 60))),
                        Events.read(Events.event(
                                "interaction",
                                "ada",
                                "3",
                                "2024-06-02T20:00:00Z",
                                Map.of("channel", "attic", "kind", "cheer", "bits", 500)))));
        Histories.ViewerSnapshot snapshot =
                histories.history(new ViewerId("ada")).orElseThrow();
        assertThat(new Fold(snapshot.catalogue().titles(), snapshot.policies())
                        .withChannels(snapshot.history()).channels().stream()
                                .map(each -> snapshot.catalogue().channels().nameOf(each.channel()) + " "
                                        + each.statistics().watchTime().seconds() + " "
                                        + each.statistics().messages().cheers() + " "
                                        + each.statistics().messages().bits()))
                .containsExactlyInAnyOrder("cinema 600 0 0", "attic 60 1 500");
    }

    @Test
    void names_of_channels_that_were_shown_do_not_grow() {
        chat("1", "attic");
        Histories.ViewerSnapshot before = histories.history(new ViewerId("ada")).orElseThrow();
        assertThat(histories
                        .history(new ViewerId("ada"))
                        .orElseThrow()
                        .catalogue()
                        .channels())
                .isSameAs(before.catalogue().channels());
        chat("2", "cinema");
        assertThat(histories
                        .history(new ViewerId("ada"))
                        .orElseThrow()
                        .catalogue()
                        .channels()
                        .size())
                .isEqualTo(2);
        assertThat(before.catalogue().channels().size()).isEqualTo(1);
    }

    private void chat(String id, String channel) {
        store.facts()
                .append(List.of(Events.read(Events.event(
                        "interaction",
                        "ada",
                        id,
                        "2024-06-01T20:00:00Z",
                        Map.of("channel", channel, "kind", "chat")))));
    }
}
