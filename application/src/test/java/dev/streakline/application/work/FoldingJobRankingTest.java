package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.announcement.PercentileRanked;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.ranking.Population;
import dev.streakline.application.ranking.RankingScope;
import dev.streakline.domain.ranking.Metric;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the folding job ranks, and when. */
class FoldingJobRankingTest {

    private static final Duration IDLE = JobPace.DEFAULT.idle();
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final InMemoryStore store = new InMemoryStore(days);
    private final List<String> words = new ArrayList<>();
    private final List<LocalDate> nights = new ArrayList<>();

    /** The state at the next nightly rankings. */
    private final Deque<StoreUnavailableException> failures = new ArrayDeque<>();

    private final FoldingJob job = job();

    private FoldingJob job() {
        InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns(days);
        return FoldingJob.of(
                store,
                store.statistics(),
                new WatchedRankings(store.rankings(), this::before),
                runs,
                runs,
                days,
                Lease.DEFAULT,
                words::add);
    }

    private void before(RankingScope scope) {
        if (scope instanceof RankingScope.Nightly nightly) {
            nights.add(nightly.day());
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }
    }

    private Duration roundAt(String instant) {
        days.turnTo(instant);
        return job.round();
    }

    private int ranked() {
        return store.rankings()
                .find(Population.DEPLOYMENT)
                .orElseThrow()
                .watchTime()
                .size();
    }

    @Test
    void everything_is_ranked_from_scratch_once_a_day_of_utc_from_the_first_round_on() {
        roundAt("2025-12-31T20:00:00Z");
        roundAt("2025-12-31T23:59:59.999Z");
        assertThat(nights).containsExactly(LAST_DAY);
        roundAt("2026-01-01T00:00:00Z");
        roundAt("2026-01-01T00:00:01Z");
        roundAt("2026-01-04T09:00:00Z");
        assertThat(nights).containsExactly(LAST_DAY, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 4));
    }

    @Test
    void changes_of_the_day_are_in_it_and_rises_are_recorded_once() {
        days.send(store.facts(), Days.watched("ada", "2025-12-31T18:00:00Z"));
        days.send(store.facts(), Days.watched("bob", "2025-12-31T17:00:00Z", "2025-12-31T18:00:00Z"));
        roundAt("2025-12-31T20:00:01Z");
        roundAt("2026-01-01T00:00:00Z");
        roundAt("2026-01-01T10:00:00Z");
        days.send(store.facts(), Days.watched("ada", "2026-01-01T08:00:00Z", "2026-01-01T09:00:00Z"));
        roundAt("2026-01-02T00:00:00Z");
        job().round();
        assertThat(store.announcements().find(new ViewerId("ada")))
                .containsExactly(new PercentileRanked(Population.DEPLOYMENT, Metric.WATCH_TIME, 50, days.instant()));
        assertThat(nights).hasSize(4);
    }

    @Test
    void a_nightly_ranking_that_fails_is_reported_and_tried_again() {
        failures.add(new StoreUnavailableException("The database has gone away.", new IOException()));
        assertThat(job.round()).hasSeconds(1);
        assertThat(job.round()).isEqualTo(IDLE);
        assertThat(job.round()).isEqualTo(IDLE);
        assertThat(nights).containsExactly(LAST_DAY, LAST_DAY);
        assertThat(words)
                .containsExactly(
                        "Folding has stopped, and is tried again: The database has gone away.", "Folding continues.");
    }

    @Test
    void what_changes_within_a_second_of_a_ranking_is_ranked_by_a_later_round() {
        days.send(store.facts(), Days.watched("ada", "2025-12-31T18:00:00Z"));
        days.turnTo("2025-12-31T20:00:00.500Z");
        days.send(store.facts(), Days.watched("bob", "2025-12-31T18:00:00Z"));
        assertThat(roundAt("2025-12-31T20:00:01Z")).isZero();
        assertThat(ranked()).isEqualTo(1);
        assertThat(roundAt("2025-12-31T20:00:01.500Z")).isZero();
        assertThat(roundAt("2025-12-31T20:00:01.999Z")).isEqualTo(IDLE);
        assertThat(ranked()).isEqualTo(1);
        assertThat(roundAt("2025-12-31T20:00:02Z")).isEqualTo(IDLE);
        assertThat(ranked()).isEqualTo(2);
    }
}
