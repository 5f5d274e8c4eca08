package dev.streakline.application.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.fact.ParseResult;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.Events;
import dev.streakline.application.intake.FactLog;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.application.ranking.Rankings;
import dev.streakline.application.statistics.RefreshStatistics;
import dev.streakline.application.statistics.Selection;
import dev.streakline.application.statistics.Statistics;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.lifetime.Badge;
import dev.streakline.domain.lifetime.BadgeUnlock;
import dev.streakline.domain.milestone.RecordedAchievement;
import dev.streakline.domain.ranking.Metric;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of {@link Announcements} promises, through the use case that makes them. */
public abstract class AnnouncementsContract {

    private static final LocalDate TONIGHT = LocalDate.of(2024, 6, 16);

    /** An empty store. */
    protected abstract Store store();

    /**
     * The parts of a store that the contract needs.
     *
     * @param log takes the facts in
     * @param statistics of the same store
     * @param rankings of the same store
     * @param announcements are held to the contract
     */
    public record Store(FactLog log, Statistics statistics, Rankings rankings, Announcements announcements) {}

    private Store store;
    private FactLog log;
    private Announcements announcements;
    private final ViewerId ada = new ViewerId("ada");
    private final ViewerId bob = new ViewerId("bob");

    @BeforeEach
    void open() {
        store = store();
        log = store.log();
        announcements = store.announcements();
    }

    private Statistics.RefreshSummary refresh(Instant now) {
        return new RefreshStatistics(store.statistics(), store.rankings(), InstantSource.fixed(now))
                .refresh(new Selection.Due(now));
    }

    /** Seven days of 2024-06, on each of which ada watches for a minute; it earns the milestone of a week. */
    private List<ParseResult.Parsed> appendWeek() {
        List<ParseResult.Parsed> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> Events.watch("ada", "d" + day, "2024-06-0" + day + "T20:00:00Z", "film"))
                .toList();
        log.append(week);
        return week;
    }

    @Test
    void nothing_is_announced_before_the_first_fold_and_of_an_unknown_viewer() {
        appendWeek();
        assertThat(announcements.find(ada)).isEmpty();
        assertThat(announcements.find(new ViewerId("nobody"))).isEmpty();
    }

    @Test
    void an_achievement_is_recorded_once_and_stays_when_its_facts_go() {
        List<ParseResult.Parsed> week = appendWeek();
        assertThat(refresh(Events.NOW).announced()).isEqualTo(1);
        log.withdraw(week.get(3).fact().id());
        assertThat(refresh(Events.NOW.plusSeconds(60)).announced()).isZero();
        assertThat(Announcement.achievements(announcements.find(ada)))
                .singleElement()
                .extracting(RecordedAchievement::recordedAt, RecordedAchievement::achievedAt)
                .containsExactly(Events.NOW, Instant.parse("2024-06-07T20:00:00Z"));
        log.append(List.of(Events.watch("ada", "again", "2024-06-04T20:00:00Z", "film")));
        assertThat(refresh(Events.NOW.plusSeconds(120)).announced()).isZero();
        assertThat(announcements.find(ada)).hasSize(1);
    }

    @Test
    void a_milestone_is_announced_however_old_it_is() {
        appendWeek();
        refresh(Instant.parse("2034-06-15T12:00:00Z"));
        assertThat(announcements.find(ada))
                .hasOnlyElementsOfType(MilestoneAchieved.class)
                .hasSize(1);
    }

    @Test
    void a_badge_of_the_last_two_days_is_announced_once_and_an_older_one_is_not() {
        log.append(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-13T11:59:59Z", 60),
                Events.chat("c1", "ada", "2", "2024-06-13T12:00:01Z")));
        refresh(Events.NOW);
        BadgeUnlocked words = new BadgeUnlocked(
                "c1",
                new BadgeUnlock(Badge.FIRST_WORDS, Instant.parse("2024-06-13T12:00:01Z"), Precision.INSTANT),
                Events.NOW);
        assertThat(announcements.find(ada)).containsExactly(words);
        log.append(List.of(Events.chat("c1", "ada", "3", "2024-06-13T12:00:00Z")));
        refresh(Events.NOW.plusSeconds(60));
        assertThat(announcements.find(ada)).containsExactly(words);
        assertThat(announcements.find(bob)).isEmpty();
    }

    @Test
    void a_badge_is_announced_on_each_channel() {
        log.append(List.of(
                Events.chat("c1", "ada", "1", "2024-06-15T11:00:00Z"),
                Events.chat("c2", "ada", "2", "2024-06-15T11:00:00Z")));
        refresh(Events.NOW);
        assertThat(announcements.find(ada))
                .map(BadgeUnlocked.class::cast)
                .filteredOn(each -> each.unlock().badge() == Badge.FIRST_WORDS)
                .extracting(BadgeUnlocked::channel)
                .containsExactlyInAnyOrder("c1", "c2");
    }

    @Test
    void a_badge_that_time_unlocks_is_announced_at_that_instant_without_any_fact() {
        log.append(List.of(
                Events.read(
                        Events.event("viewer", "ada", "v", "2024-01-01T00:00:00Z", Map.of("zone", "Asia/Kathmandu"))),
                Events.watchOn("c1", "ada", "1", "2024-05-20T06:00:00Z", 60)));
        refresh(Events.NOW);
        Instant thirtieth = Instant.parse("2024-06-17T18:15:00Z");
        refresh(thirtieth.minusSeconds(1));
        assertThat(announcements.find(ada)).isEmpty();
        refresh(thirtieth);
        refresh(thirtieth.plusSeconds(86_400));
        assertThat(announcements.find(ada))
                .containsExactly(new BadgeUnlocked(
                        "c1", new BadgeUnlock(Badge.LONG_TERM, thirtieth, Precision.INSTANT), thirtieth));
    }

    @Test
    void a_viewer_who_has_risen_since_the_previous_nightly_ranking_is_announced_once() {
        Instant now = Events.NOW;
        log.append(List.of(
                Events.watchOn("c1", "ada", "1", "2024-06-10T20:00:00Z", 60),
                Events.watchOn("c1", "bob", "2", "2024-06-10T20:00:00Z", 90)));
        refresh(now);
        store.rankings().rank(new RankingScope.Nightly(TONIGHT), now);
        log.append(List.of(Events.watchOn("c1", "ada", "3", "2024-06-11T20:00:00Z", 60)));
        refresh(now.plusSeconds(2));
        assertThat(ranks(ada)).isEmpty();
        Instant night = now.plusSeconds(60);
        store.rankings().rank(new RankingScope.Nightly(TONIGHT.plusDays(1)), night);
        store.rankings().rank(new RankingScope.Nightly(TONIGHT.plusDays(2)), night.plusSeconds(60));
        assertThat(ranks(ada))
                .containsExactlyInAnyOrder(
                        new PercentileRanked(new Population.OfChannel("c1"), Metric.WATCH_TIME, 50, night),
                        new PercentileRanked(Population.DEPLOYMENT, Metric.WATCH_TIME, 50, night));
        assertThat(ranks(bob)).isEmpty();
    }

    private List<Announcement> ranks(ViewerId viewer) {
        return announcements.find(viewer).stream()
                .filter(PercentileRanked.class::isInstance)
                .toList();
    }

    @Test
    void announcements_are_found_in_the_order_of_recording() {
        appendWeek();
        refresh(Events.NOW);
        log.append(List.of(Events.chat("c1", "ada", "chat", "2024-06-15T11:00:00Z")));
        refresh(Events.NOW.plusSeconds(60));
        assertThat(announcements.find(ada))
                .extracting(Announcement::recordedAt)
                .startsWith(Events.NOW)
                .endsWith(Events.NOW.plusSeconds(60))
                .isSorted();
    }

    @Test
    void nothing_is_found_of_an_erased_viewer_nor_of_a_later_one_of_the_same_name() {
        appendWeek();
        log.append(List.of(Events.chat("c1", "ada", "chat", "2024-06-15T11:00:00Z")));
        refresh(Events.NOW);
        assertThat(announcements.find(ada)).hasAtLeastOneElementOfType(MilestoneAchieved.class);
        assertThat(announcements.find(ada)).hasAtLeastOneElementOfType(BadgeUnlocked.class);
        log.erase(ada);
        assertThat(announcements.find(ada)).isEmpty();
        log.append(List.of(Events.watch("ada", "new", "2024-01-14T20:00:00Z", "film")));
        refresh(Events.NOW.plusSeconds(60));
        assertThat(announcements.find(ada)).isEmpty();
    }
}
