package dev.streakline.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.memory.InMemoryRecalculationRuns;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.application.statistics.FoldCounts;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.statistics.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FoldingJobTest {

    private static final ViewerId ADA = new ViewerId("ada");
    private static final Duration IDLE = JobPace.DEFAULT.idle();

    private final Days days = new Days("2025-12-31T20:00:00Z");
    private final InMemoryStore store = new InMemoryStore(days);
    private final InMemoryRecalculationRuns runs = new InMemoryRecalculationRuns(days);
    private final List<String> words = new ArrayList<>();

    /** What the next rounds meet. */
    private final Deque<Throwable> failures = new ArrayDeque<>();

    private final FoldingJob job = FoldingJob.of(
            store,
            new FailingStatistics(store.statistics(), this::before),
            store.rankings(),
            runs,
            runs,
            days,
            Lease.DEFAULT,
            words::add);

    private void before(Selection selection) {
        Throwable failure = failures.poll();
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private List<Duration> rounds(int count) {
        return Stream.generate(job::round).limit(count).toList();
    }

    private static StoreUnavailableException outage() {
        return new StoreUnavailableException("The database has gone away.", new IOException());
    }

    @Nested
    class When_all_is_well {

        @Test
        void a_viewer_is_folded_a_second_after_their_last_fact() {
            days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
            assertThat(job.round()).isEqualTo(IDLE);
            days.turnTo("2025-12-31T20:00:01Z");
            assertThat(job.round()).isZero();
            assertThat(job.round()).isEqualTo(IDLE);
            assertThat(job.folded()).isEqualTo(new FoldCounts(1, 1, 1, 0));
            assertThat(job.counts()).isEqualTo(new JobCounts(0, days.instant()));
            assertThat(words).isEmpty();
        }

        @Test
        void one_whose_facts_arrive_all_the_time_is_folded_after_ten_seconds() {
            for (int second = 0; second < 10; second++) {
                days.turnTo("2025-12-31T20:00:0" + second + "Z");
                days.send(store.facts(), Days.watched("ada", "2025-12-31T10:00:0" + second + "Z"));
                assertThat(job.round()).isEqualTo(IDLE);
                days.turnTo(days.instant().plusMillis(999));
            }
            days.turnTo("2025-12-31T20:00:10Z");
            assertThat(job.round()).isZero();
        }

        @Test
        void days_that_turn_change_statistics_when_they_should() {
            days.send(
                    store.facts(),
                    List.of(Days.event("viewer", "ada", "2025-01-01T00:00:00Z", Map.of("zone", "Pacific/Honolulu"))));
            days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.turnTo("2025-12-31T21:00:00Z");
            assertThat(job.round()).isZero();
            for (String midnight : List.of("2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z")) {
                Instant change = Instant.parse(midnight);
                assertThat(store.statistics().find(ADA).orElseThrow().nextChangeAt())
                        .isEqualTo(change);
                days.turnTo(change.minusMillis(1));
                assertThat(job.round()).isEqualTo(IDLE);
                days.turnTo(change);
                assertThat(job.round()).isZero();
                assertThat(job.round()).isEqualTo(IDLE);
            }
            assertThat(store.statistics().find(ADA).orElseThrow().nextChangeAt())
                    .isNull();
            assertThat(job.folded().viewers()).isEqualTo(3);
            assertThat(job.folded().changed()).isEqualTo(1);
            assertThat(job.streakline()
                            .refreshStatistics()
                            .verify(new Selection.All())
                            .different())
                    .isEmpty();
        }
    }

    @Nested
    class When_something_fails {

        @Test
        void an_outage_is_reported_once_and_waited_out_with_growing_pauses() {
            Stream.generate(FoldingJobTest::outage).limit(7).forEach(failures::add);
            assertThat(rounds(7)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L, 4L, 4L, 4L);
            assertThat(words).containsExactly("Folding has stopped, and is tried again: The database has gone away.");
            assertThat(job.counts()).isEqualTo(new JobCounts(7, null));
            assertThat(job.folded()).isEqualTo(FoldCounts.NOTHING);
            assertThat(rounds(2)).containsExactly(IDLE, IDLE);
            assertThat(words).hasSize(2).endsWith("Folding continues.");
            failures.add(outage());
            assertThat(job.round()).hasSeconds(1);
            assertThat(words).hasSize(3);
        }

        @Test
        void a_newer_version_is_reported_once_and_tried_again_every_half_minute() {
            OutdatedFoldVersionException refused =
                    new OutdatedFoldVersionException(new FoldVersion(1, "2025a"), new FoldVersion(2, "2025a"));
            failures.add(refused);
            failures.add(refused);
            assertThat(rounds(2)).extracting(Duration::toSeconds).containsExactly(30L, 30L);
            assertThat(words)
                    .singleElement()
                    .asString()
                    .startsWith("Nothing is recalculated here: The statistics in this store were calculated by");
        }

        @Test
        void a_fault_is_reported_and_never_ends_the_job() {
            days.send(store.facts(), Days.watched("ada", "2025-12-31T19:00:00Z"));
            days.turnTo("2025-12-31T21:00:00Z");
            failures.add(new IllegalStateException("a"));
            failures.add(new IllegalStateException("a"));
            failures.add(new StackOverflowError("b"));
            assertThat(rounds(4)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 0L);
            assertThat(words).hasSize(3);
            assertThat(words.get(0)).endsWith("IllegalStateException: a");
            assertThat(words.get(1)).endsWith("StackOverflowError: b");
            assertThat(job.folded()).isEqualTo(new FoldCounts(1, 1, 1, 0));
            assertThat(job.counts()).isEqualTo(new JobCounts(3, days.instant()));
        }

        @Test
        void too_little_memory_ends_it_so_that_the_process_can_end() {
            failures.add(new OutOfMemoryError("c"));
            assertThatThrownBy(() -> rounds(1))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("c");
        }
    }
}
