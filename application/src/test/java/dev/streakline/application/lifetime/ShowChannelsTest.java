package dev.streakline.application.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.Events;
import dev.streakline.application.lifetime.ChannelsView.ChannelView;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.view.Cursors;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** It is noon of Saturday 15 June 2024. */
class ShowChannelsTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private final InMemoryStore store = new InMemoryStore();
    private final ShowChannels show =
            new ShowChannels(new ReadHistory(store.histories(), InstantSource.fixed(Events.NOW)));

    private List<String> ids(AsOf moment) {
        return show.show(ADA, moment).orElseThrow().items().stream()
                .map(ChannelView::channel)
                .toList();
    }

    @Test
    void most_watched_comes_first_then_most_messages_then_the_name_by_code_points() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "\uFF5E", 60),
                        Visits.watch("ada", "2", "2024-06-01T20:00:00Z", "\uD835\uDD04", 60),
                        Visits.watch("ada", "3", "2024-06-01T20:00:00Z", "quiet", 60),
                        Visits.watch("ada", "4", "2024-06-01T20:00:00Z", "talkative", 60),
                        Visits.interaction("ada", "5", "2024-06-01T20:00:00Z", "talkative", "chat"),
                        Visits.interaction("ada", "6", "2024-06-01T20:00:00Z", "chat only", "chat"),
                        Visits.interaction("ada", "7", "2024-06-02T20:00:00Z", "chat only", "raid"),
                        Visits.watch("ada", "8", "2024-06-01T20:00:00Z", "longest", 61)));
        assertThat(ids(AsOf.LIVE))
                .containsExactly("longest", "talkative", "quiet", "\uFF5E", "\uD835\uDD04", "chat only");
    }

    @Test
    void of_as_many_seconds_and_messages_more_sessions_come_first() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "a", 60),
                        Visits.watch("ada", "2", "2024-06-01T20:00:00Z", "b", 30),
                        Visits.watch("ada", "3", "2024-06-01T21:00:00Z", "b", 30)));
        assertThat(ids(AsOf.LIVE)).containsExactly("b", "a");
    }

    @Test
    void what_is_kept_gives_the_answer_while_it_holds_and_the_history_else() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "music", 60),
                        Visits.interaction("ada", "2", "2024-06-02T20:00:00Z", "chess", "chat")));
        ShowChannels fromKept = new ShowChannels(
                new ReadHistory(store.histories(), InstantSource.fixed(Events.NOW)), store.lifetimes());
        ChannelsView folded = show.show(ADA, AsOf.LIVE).orElseThrow();
        assertThat(fromKept.show(ADA, AsOf.LIVE)).contains(folded);
        new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(Events.NOW))
                .refresh(new Selection.Due(Events.NOW));
        assertThat(store.lifetimes().findAll(ADA)).isPresent();
        assertThat(fromKept.show(ADA, AsOf.LIVE)).contains(folded);
        store.facts().append(List.of(Visits.watch("ada", "3", "2024-06-03T20:00:00Z", "cooking", 10)));
        assertThat(fromKept.show(ADA, AsOf.LIVE))
                .isEqualTo(show.show(ADA, AsOf.LIVE))
                .isNotEqualTo(folded);
        AsOf before = new AsOf.At(Instant.parse("2024-06-01T23:00:00Z"));
        assertThat(fromKept.show(ADA, before)).isEqualTo(show.show(ADA, before));
    }

    private List<ChannelView> after(ChannelCursor position) {
        return show.page(ADA, Cursors.encode(position.text()), 10).orElseThrow().items();
    }

    @Test
    void what_follows_a_place_does_so_whether_a_channel_is_there_or_not() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "a", 60),
                        Visits.watch("ada", "2", "2024-06-01T20:00:00Z", "b", 60),
                        Visits.watch("ada", "3", "2024-06-01T20:00:00Z", "c", 30)));
        ChannelsView view = show.show(ADA, AsOf.LIVE).orElseThrow();
        assertThat(after(new ChannelCursor(60, 0, 1, "a")))
                .isEqualTo(view.items().subList(1, 3));
        assertThat(after(new ChannelCursor(45, 0, 1, "gone")))
                .isEqualTo(view.items().subList(2, 3));
        assertThat(after(new ChannelCursor(30, 0, 1, "c"))).isEmpty();
    }

    @Test
    void a_channel_entry_shows_the_amount_and_the_last_visit() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "music", 60),
                        Visits.watch("ada", "2", "2024-06-01T21:00:00Z", "music", 60),
                        Visits.interaction("ada", "3", "2024-06-03T20:00:00Z", "music", "gift")));
        ChannelsView view = show.show(ADA, AsOf.LIVE).orElseThrow();
        assertThat(view.asOf()).isEqualTo(Events.NOW);
        assertThat(view.zone()).isEqualTo("UTC");
        assertThat(view.viewer()).isEqualTo("ada");
        assertThat(view.nextCursor()).isNull();
        assertThat(view.items()).singleElement().satisfies(music -> {
            assertThat(music.watchTime().seconds()).isEqualTo(120);
            assertThat(music.watchTime().sessions()).isEqualTo(2);
            assertThat(music.messages().gifts()).isEqualTo(1);
            assertThat(music.activeDays()).isEqualTo(2);
            assertThat(music.lastActive()).isEqualTo(LocalDate.of(2024, 6, 3));
        });
    }

    @Test
    void what_came_after_the_moment_is_not_there() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-01T20:00:00Z", "music", 60),
                        Visits.watch("ada", "2", "2024-06-02T20:00:00Z", "chess", 600)));
        assertThat(ids(AsOf.LIVE)).containsExactly("chess", "music");
        assertThat(ids(new AsOf.At(Instant.parse("2024-06-02T19:59:59Z")))).containsExactly("music");
    }

    @Test
    void a_viewer_on_no_channel_has_none_and_an_unknown_viewer_no_answer() {
        store.facts().append(List.of(Events.watch("ada", "1", "2024-06-01T20:00:00Z", "film")));
        assertThat(ids(AsOf.LIVE)).isEmpty();
        assertThat(show.show(new ViewerId("eve"), AsOf.LIVE)).isEmpty();
    }
}
