package dev.streakline.application.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.AsOf;
import dev.streakline.application.intake.Events;
import dev.streakline.application.lifetime.LifetimeView.ActivityView;
import dev.streakline.application.lifetime.LifetimeView.BadgeView;
import dev.streakline.application.lifetime.LifetimeView.LoyaltyView;
import dev.streakline.application.lifetime.LifetimeView.MessagesView;
import dev.streakline.application.lifetime.LifetimeView.RadarView;
import dev.streakline.application.lifetime.LifetimeView.WatchTimeView;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.ReadHistory;
import dev.streakline.domain.lifetime.Badge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is noon of Saturday 15 June 2024. Ada has watched and chatted on the channel "music", and cheered on "chess". */
class ShowLifetimeTest {

    private static final ViewerId ADA = new ViewerId("ada");

    private final InMemoryStore store = new InMemoryStore();
    private final ReadHistory histories = new ReadHistory(store.histories(), InstantSource.fixed(Events.NOW));
    private final ShowLifetime show = new ShowLifetime(histories);

    ShowLifetimeTest() {
        store.facts()
                .append(List.of(
                        Visits.watch("ada", "1", "2024-06-12T20:00:00Z", "music", 30_000),
                        Visits.interaction("ada", "2", "2024-06-13T20:00:00Z", "music", "chat"),
                        Visits.interaction("ada", "3", "2024-06-14T23:30:00Z", "chess", "cheer"),
                        Visits.watch("ada", "4", "2024-06-14T20:00:00Z", "music", 6_000),
                        Visits.watch("bob", "1", "2024-06-14T20:00:00Z", "cooking", 60)));
    }

    private LifetimeView on(String channel, AsOf moment) {
        return show.show(ADA, channel, moment).orElseThrow();
    }

    private static List<String> unlocked(LifetimeView view) {
        return view.badges().stream()
                .filter(badge -> badge.unlockedAt() != null)
                .map(BadgeView::badge)
                .toList();
    }

    @Test
    void a_channel_has_what_was_done_there_and_nothing_else() {
        LifetimeView view = show.show(ADA, "music", AsOf.LIVE).orElseThrow();
        assertThat(view.asOf()).isEqualTo(Events.NOW);
        assertThat(view.zone()).isEqualTo("UTC");
        assertThat(view.viewer()).isEqualTo("ada");
        assertThat(view.channel()).isEqualTo("music");
        assertThat(view.hasNothing()).isFalse();
        assertThat(view.watchTime())
                .isEqualTo(new WatchTimeView(
                        36_000,
                        600,
                        new BigDecimal("10.00"),
                        0,
                        2,
                        18_000L,
                        LocalDate.of(2024, 6, 12),
                        LocalDate.of(2024, 6, 14)));
        assertThat(view.messages()).isEqualTo(new MessagesView(1, 1, 0, 0, 0, 0, 0));
        assertThat(view.loyalty()).isEqualTo(new LoyaltyView(4, 3, 3, 3));
        assertThat(unlocked(view)).containsExactly("newcomer", "loyal-viewer", "first-words", "new-follower");
        assertThat(view.badges().get(1))
                .isEqualTo(new BadgeView(
                        "loyal-viewer",
                        "watch-time",
                        "hours",
                        10,
                        100,
                        Instant.parse("2024-06-14T20:00:00Z"),
                        "instant"));
        assertThat(on("chess", AsOf.LIVE).messages()).isEqualTo(new MessagesView(1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void a_session_is_on_the_channel_of_its_title_where_it_names_none() {
        store.facts()
                .append(List.of(
                        Events.read(Events.event(
                                "title",
                                "lesson",
                                "t",
                                "2024-01-01T00:00:00Z",
                                Map.of("kind", "video", "name", "Lesson", "channel", "school"))),
                        Events.watch("ada", "5", "2024-06-15T08:00:00Z", "lesson")));
        assertThat(on("school", AsOf.LIVE).watchTime().seconds()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-knows-it", "cooking", "Music", ""})
    void a_viewer_has_empty_statistics_on_a_channel_they_never_visited(String channel) {
        LifetimeView view = show.show(ADA, channel, AsOf.LIVE).orElseThrow();
        assertThat(view.channel()).isEqualTo(channel);
        assertThat(view.hasNothing()).isTrue();
        assertThat(view.watchTime()).isEqualTo(new WatchTimeView(0, 0, new BigDecimal("0.00"), 0, 0, null, null, null));
        assertThat(view.messages()).isEqualTo(new MessagesView(0, 0, 0, 0, 0, 0, 0));
        assertThat(view.loyalty()).isEqualTo(new LoyaltyView(0, 0, 0, 0));
        assertThat(view.activity()).isEqualTo(new ActivityView(0, 0, null, 0));
        assertThat(view.radarScores()).isEqualTo(new RadarView(0, 0, 0, 0, 0, 0));
        assertThat(view.badges()).hasSize(Badge.values().length).allSatisfy(badge -> {
            assertThat(badge.progress()).isZero();
            assertThat(badge.unlockedAt()).isNull();
            assertThat(badge.precision()).isNull();
        });
    }

    @Test
    void what_came_after_the_moment_does_not_count_and_has_unlocked_nothing() {
        Instant moment = Instant.parse("2024-06-14T19:59:59Z");
        LifetimeView before = on("music", new AsOf.At(moment));
        assertThat(before.watchTime().seconds()).isEqualTo(30_000);
        assertThat(before.loyalty()).isEqualTo(new LoyaltyView(3, 2, 2, 2));
        assertThat(before.badges().get(Badge.LOYAL_VIEWER.ordinal()))
                .isEqualTo(new BadgeView("loyal-viewer", "watch-time", "hours", 10, 83, null, null));
        assertThat(unlocked(on("chess", new AsOf.At(moment)))).isEmpty();
        assertThat(on("music", new AsOf.At(Instant.parse("2024-06-14T20:00:00Z")))
                        .watchTime()
                        .seconds())
                .isEqualTo(36_000);
    }

    @Test
    void days_are_those_of_the_zone_that_is_asked_for() {
        LifetimeView view = new ShowLifetime(histories.inZone(ZoneId.of("Asia/Tokyo")))
                .show(ADA, "chess", AsOf.LIVE)
                .orElseThrow();
        assertThat(view.zone()).isEqualTo("Asia/Tokyo");
        assertThat(view.rankings()).isNull();
        assertThat(view.loyalty().trackingDays()).isEqualTo(1);
        assertThat(on("chess", AsOf.LIVE).loyalty().trackingDays()).isEqualTo(2);
    }

    @Test
    void an_unknown_viewer_has_no_answer() {
        assertThat(show.show(new ViewerId("eve"), "music", AsOf.LIVE)).isEmpty();
    }
}
