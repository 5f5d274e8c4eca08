package dev.streakline.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.domain.calendar.DayStart;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.domain.calendar.ZoneTimeline;
import dev.streakline.domain.calendar.ZoneTimeline.ZoneChange;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.history.Completed;
import dev.streakline.domain.history.FactColumns;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.lifetime.LifetimeStatistics;
import dev.streakline.domain.milestone.Ladder;
import dev.streakline.domain.policy.Policies;
import dev.streakline.domain.streak.Pause;
import dev.streakline.domain.streak.StreakHistory;
import dev.streakline.domain.streak.StreakPolicy;
import dev.streakline.domain.viewing.CompletionPolicy;
import dev.streakline.domain.viewing.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The most expensive histories that small requests can make, in the fold and in every reading. What is linear takes a second at
 * most; what was the square or the cube of the facts took minutes.
 */
@Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorstShapesTest {

    private static final int MANY = 16_000;
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Titles TITLES = new Titles.Builder().build();
    private static final Policies STRICT =
            new Policies(DayStart.MIDNIGHT, new StreakPolicy(600, 366, 1), CompletionPolicy.DEFAULT, List.<Ladder>of());

    private final FactColumns facts = new FactColumns(MANY);
    private final List<ZoneChange> zones = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();

    private static long micros(Instant at) {
        return EpochMicros.of(at);
    }

    private void watch(Instant at, int channel) {
        facts.watch(micros(at), 0, 1_800, Completed.UNSPECIFIED);
        facts.onChannel(channel);
    }

    private void moves(Instant from, long microsBetween) {
        for (int i = 0; i < MANY; i++) {
            zones.add(new ZoneChange(
                    from.plusNanos(i * microsBetween * 1_000),
                    ZoneId.of(i % 2 == 0 ? "Pacific/Kiritimati" : "Pacific/Midway")));
        }
    }

    private void foldAndReadEverything(int expectedChannels) {
        ViewerHistory history = new ViewerHistory(facts, 0, facts.size(), ZoneTimeline.of(zones), pauses);
        for (Policies policies : List.of(Policies.DEFAULT, STRICT)) {
            FoldResult folded = new Fold(TITLES, policies).withChannels(history);
            assertThat(folded.channels()).hasSize(expectedChannels);
            StreakHistory streaks = folded.viewer().streaks();
            assertThat(streaks.at(NOW).longest()).isNotNull();
            assertThat(folded.nextChangeAt(NOW).map(next -> next.isAfter(NOW)).orElse(true))
                    .isTrue();
            folded.channels()
                    .forEach(channel -> assertThat(LifetimeStatistics.of(channel.statistics(), streaks, NOW)
                                    .loyalty()
                                    .activeDays())
                            .isPositive());
            ViewingTimes viewing = new ViewingTimes(history, TITLES, new NameIndex(), policies, NOW);
            assertThat(viewing.running(WindowKind.ALL).sessions()).isEqualTo(facts.size());
            assertThat(viewing.days()).isNotEmpty();
            ViewerHistory then = history.asOf(NOW.minusSeconds(86_400), policies.dayStart());
            assertThat(new Fold(TITLES, policies).of(then).streaks().at(NOW.minusSeconds(86_400)))
                    .isNotNull();
        }
    }

    @Test
    void moves_within_a_day_with_a_session_after_each_and_as_many_dates() {
        Instant morning = NOW.minusSeconds(43_200);
        moves(morning, 2_000_000);
        for (int i = 0; i < MANY; i++) {
            watch(morning.plusNanos(i * 2_000_000_000L + 500), i % 3_000);
            facts.watchOn((int) LocalDate.of(2026, 6, 14).toEpochDay() + i % 3, 0, 600, Completed.UNSPECIFIED);
        }
        foldAndReadEverything(3_000);
    }

    @Test
    void moves_in_the_minutes_after_now_of_a_viewer_with_many_channels() {
        for (int i = 0; i < MANY; i++) {
            watch(NOW.minusSeconds(86_400L * (i % 400)), i % 5_000);
        }
        zones.add(new ZoneChange(Instant.EPOCH, ZoneId.of("Europe/Berlin")));
        moves(NOW.plusSeconds(1), 18_000);
        foldAndReadEverything(5_000);
    }

    @Test
    void a_day_behind_and_a_day_ahead_in_turn_for_decades() {
        Instant first = NOW.minusSeconds(86_400L * MANY);
        for (int i = 0; i < MANY; i++) {
            Instant day = first.plusSeconds(86_400L * i);
            zones.add(new ZoneChange(day, ZoneId.of("Pacific/Kiritimati")));
            zones.add(new ZoneChange(day.plusSeconds(30), ZoneId.of("Pacific/Midway")));
            watch(day.plusSeconds(10), 1);
            watch(day.plusSeconds(40), 1);
        }
        foldAndReadEverything(1);
    }

    @Test
    void pauses_until_the_last_year_of_a_viewer_with_many_channels() {
        for (int i = 0; i < MANY; i++) {
            watch(NOW.minusSeconds(86_400L * (i % 400)), i % 5_000);
        }
        for (int i = 0; i < 31_000; i++) {
            LocalDate from = LocalDate.of(2026, 6, 16).plusDays(93L * i);
            pauses.add(new Pause(NOW.minusSeconds(60), from, from.plusDays(91)));
        }
        foldAndReadEverything(5_000);
    }

    @Test
    void ranges_of_one_title_from_the_last_to_the_first() {
        for (int i = 100_000; i > 0; i--) {
            watch(NOW.minusSeconds(2L * i), 1);
            facts.ofRange(3L * i, 3L * i + 1);
        }
        foldAndReadEverything(1);
    }
}
