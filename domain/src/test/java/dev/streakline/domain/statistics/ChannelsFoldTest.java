package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.ChannelStatistics;
import dev.streakline.domain.lifetime.InteractionKind;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.lifetime.SessionStart;
import dev.streakline.domain.lifetime.WatchTime;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days are days of May 2024 in UTC. */
class ChannelsFoldTest {

    private static final int FILM = 0;
    private static final int CLIP = 1;
    private static final int CINEMA = 3;
    private static final int OTHER = 8;
    private static final Titles TITLES = new Titles.Builder()
            .describe(FILM, new TitleDetails(TitleKind.MOVIE, null, List.of(), 6_000))
            .onChannel(FILM, CINEMA)
            .describe(CLIP, TitleDetails.UNKNOWN)
            .build();

    private final FactColumns facts = new FactColumns(8);

    private static Instant noon(int day) {
        return Instant.parse("2024-04-30T12:00:00Z").plusSeconds(day * 86_400L);
    }

    private void watch(int day, int title, int seconds) {
        facts.watch(EpochMicros.of(noon(day)), title, seconds, Completed.NO);
    }

    private FoldResult fold(Pause... pauses) {
        return new Fold(TITLES, Policies.DEFAULT)
                .withChannels(new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.UTC, List.of(pauses)));
    }

    private ChannelStatistics on(int channel) {
        return fold().channels().stream()
                .filter(each -> each.channel() == channel)
                .map(ChannelEntry::statistics)
                .findFirst()
                .orElse(ChannelStatistics.NONE);
    }

    @Test
    void a_session_is_on_its_own_channel_else_on_that_of_its_title_else_on_none() {
        watch(1, FILM, 100);
        facts.onChannel(OTHER);
        watch(2, FILM, 20);
        watch(3, CLIP, 3);
        watch(4, CLIP, 4_000);
        facts.onChannel(CINEMA);
        watch(5, Titles.NONE, 50_000);
        assertThat(fold().channels()).extracting(ChannelEntry::channel).containsExactly(CINEMA, OTHER);
        assertThat(on(CINEMA).watchTime().seconds()).isEqualTo(4_020);
        assertThat(on(OTHER).watchTime().seconds()).isEqualTo(100);
        assertThat(fold().viewer().totals().seconds()).isEqualTo(54_123);
    }

    @Test
    void interactions_and_sessions_give_what_they_know() {
        watch(1, FILM, FactColumns.UNKNOWN_SECONDS);
        facts.inSession(1);
        watch(2, FILM, 60);
        facts.inSession(1);
        facts.watchOn((int) LocalDate.of(2024, 5, 3).toEpochDay(), FILM, FactColumns.UNKNOWN_SECONDS, Completed.NO);
        facts.interaction(EpochMicros.of(noon(4)), CINEMA, InteractionKind.CHEER, 700);
        facts.interaction(EpochMicros.of(noon(4)), NameIndex.NONE, InteractionKind.RAID, 0);
        ChannelStatistics cinema = on(CINEMA);
        assertThat(cinema.watchTime().sessions()).isEqualTo(2);
        assertThat(cinema.watchTime().seconds()).isEqualTo(12_060);
        assertThat(cinema.watchTime().estimatedSeconds()).isEqualTo(12_000);
        assertThat(cinema.watchTime().first())
                .isNotNull()
                .satisfies(first -> assertThat(first.precision()).isEqualTo(Precision.INSTANT));
        assertThat(cinema.watchTime().last())
                .isNotNull()
                .satisfies(last -> assertThat(last.precision()).isEqualTo(Precision.DATE));
        assertThat(cinema.messages().bits()).isEqualTo(700);
        assertThat(cinema.messages().total()).isEqualTo(1);
        assertThat(cinema.activity().size()).isEqualTo(4);
        assertThat(fold().channels()).hasSize(1);
    }

    @Test
    void the_first_and_the_last_session_are_those_of_the_outermost_days_also_after_a_flight_to_the_west() {
        // At 00:30 on 16 May the viewer watches in Tokyo, lands in Los Angeles on the 15th, and watches there at 13:00.
        Instant inTokyo = Instant.parse("2024-05-15T15:30:00Z");
        Instant inLosAngeles = Instant.parse("2024-05-15T20:00:00Z");
        ZoneTimeline flight = ZoneTimeline.of(List.of(
                new ZoneTimeline.ZoneChange(Instant.EPOCH, ZoneId.of("Asia/Tokyo")),
                new ZoneTimeline.ZoneChange(inTokyo.plusSeconds(60), ZoneId.of("America/Los_Angeles"))));
        facts.watch(EpochMicros.of(inTokyo), FILM, 60, Completed.NO);
        facts.watch(EpochMicros.of(inLosAngeles), FILM, 60, Completed.NO);
        WatchTime watchTime = new Fold(TITLES, Policies.DEFAULT)
                .withChannels(new ViewerHistory(facts, 0, facts.size(), flight, List.of()))
                .channels()
                .get(0)
                .statistics()
                .watchTime();
        assertThat(watchTime.first())
                .isEqualTo(new SessionStart(LocalDate.of(2024, 5, 15), inLosAngeles, Precision.INSTANT));
        assertThat(watchTime.last()).isEqualTo(new SessionStart(LocalDate.of(2024, 5, 16), inTokyo, Precision.INSTANT));
    }

    @Test
    void a_pause_bridges_on_every_channel() {
        watch(1, FILM, 60);
        watch(3, FILM, 60);
        Pause pause = new Pause(noon(1), LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 2));
        FoldResult folded = fold(pause);
        LifetimeStatistics statistics = LifetimeStatistics.of(
                folded.channels().get(0).statistics(), folded.viewer().streaks(), noon(3));
        assertThat(statistics.loyalty().currentStreak()).isEqualTo(2);
    }

    @Test
    void the_next_change_is_that_of_the_viewer_or_of_a_channel() {
        assertThat(fold().nextChangeAt(noon(1))).isEmpty();
        watch(1, FILM, 60);
        FoldResult folded = fold();
        assertThat(folded.nextChangeAt(noon(1))).contains(Instant.parse("2024-05-02T00:00:00Z"));
        assertThat(folded.viewer().nextChangeAt(noon(1))).contains(Instant.parse("2024-05-02T00:00:00Z"));
        assertThat(folded.viewer().nextChangeAt(noon(9))).isEmpty();
        assertThat(folded.nextChangeAt(noon(9))).contains(Instant.parse("2024-05-30T00:00:00Z"));
    }

    @Test
    void without_channels_the_viewer_is_the_same() {
        watch(1, FILM, 60);
        watch(2, FILM, 60);
        ViewerHistory history = new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.UTC, List.of());
        Fold fold = new Fold(TITLES, Policies.DEFAULT);
        FoldResult whole = fold.withChannels(history);
        assertThat(fold.of(history)).isEqualTo(whole.viewer());
        assertThat(fold.withChannels(history)).isEqualTo(whole);
        assertThat(fold.withChannels(new ViewerHistory(facts, 0, 0, ZoneTimeline.UTC, List.of()))
                        .channels())
                .isEmpty();
    }
}
