package dev.streakline.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.statistics.DueRule;
import dev.streakline.application.statistics.DueState;
import dev.streakline.application.statistics.DueState.Currency;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.domain.calendar.EpochMicros;
import dev.streakline.persistence.database.TestDatabase;
import dev.streakline.persistence.history.FactBound;
import dev.streakline.persistence.policy.FoldVersionRow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL and {@link DueRule} select the same viewers, at every edge of the rule. */
class DueViewersQueryTest {

    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
    private static final Instant STORE_TIME = Instant.parse("2024-06-15T13:00:00Z");
    private static final String CLOCK = EpochMicros.of(STORE_TIME) + "::bigint";
    private static final FactBound BOUND = new FactBound(1_000);
    private static final DueRule RULE = new DueRule(NOW, STORE_TIME, BOUND.facts());
    private static final FoldVersion VERSION = new FoldVersion(5, "2024a");

    /** Microseconds from the store's time to a mark. */
    private static final List<Long> MARKS = List.of(
            -10_000_001L, -10_000_000L, -9_999_999L, -1_000_001L, -1_000_000L, -999_999L, -1L, 0L, 1L, 5_000_000L);

    private static final List<Long> EDGES = List.of(-1L, 0L, 1L);

    private final Jdbi store = Jdbi.create(TestDatabase.create());

    /** One viewer in each shard. */
    private static List<DueState> states(Random random) {
        return IntStream.range(0, 16).mapToObj(shard -> state(random)).toList();
    }

    private static DueState state(Random random) {
        Instant one = mark(random);
        Instant other = mark(random);
        boolean isMarked = random.nextInt(3) > 0;
        Instant retryAt = random.nextBoolean() ? null : STORE_TIME.plusNanos(1_000 * pick(EDGES, random));
        return new DueState(
                isMarked ? (one.isBefore(other) ? one : other) : null,
                isMarked ? (one.isBefore(other) ? other : one) : null,
                random.nextInt(4) > 0 ? Currency.CURRENT : Currency.OUTDATED,
                random.nextBoolean() ? null : NOW.plusNanos(1_000 * pick(EDGES, random)),
                retryAt,
                retryAt == null || random.nextBoolean() ? null : (Integer) (int) (BOUND.facts() + pick(EDGES, random)));
    }

    private static Instant mark(Random random) {
        return STORE_TIME.plusNanos(1_000 * pick(MARKS, random));
    }

    private static long pick(List<Long> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static void insert(Handle handle, long viewer, DueState state, FoldVersionRow version) {
        for (Instant mark : marks(state)) {
            handle.execute(
                    "insert into mark (shard, viewer_key, marked_at) values (?, ?, ?)",
                    viewer & 15,
                    viewer,
                    EpochMicros.of(mark));
        }
        handle.execute(
                "insert into viewer_statistics (shard, viewer_key, statistics, digest, fold_version, next_change_at)"
                        + " values (?, ?, '', md5('')::uuid, ?, ?)",
                viewer & 15,
                viewer,
                state.currency() == Currency.CURRENT ? version.number() : version.number() - 1,
                micros(state.nextChangeAt()));
        if (state.retryAt() != null) {
            handle.execute(
                    "insert into fold_failure (shard, viewer_key, failures, try_at, reason, most) values (?, ?, 1, ?, '', ?)",
                    viewer & 15,
                    viewer,
                    micros(state.retryAt()),
                    state.failedBound());
        }
    }

    private static List<Instant> marks(DueState state) {
        return state.firstMarkAt() == null || state.lastMarkAt() == null
                ? List.of()
                : List.of(state.firstMarkAt(), state.lastMarkAt());
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : (Long) EpochMicros.of(instant);
    }

    private static void compare(Handle handle, List<DueState> states) {
        handle.execute("set local search_path = streakline");
        FoldVersionRow.make(handle, VERSION);
        FoldVersionRow version = FoldVersionRow.find(handle, VERSION).orElseThrow();
        for (int shard = 0; shard < 16; shard++) {
            insert(handle, key(shard), states.get(shard), version);
        }
        assertThat(selected(handle, DueViewersQuery.EVERYBODY, version)).isEqualTo(decided(states, RULE::isDue));
        assertThat(selected(handle, DueViewersQuery.SETTLED, version))
                .isEqualTo(decided(states, RULE::isDueAndSettled));
        assertThat(places(handle, DueViewersQuery.EVERYBODY)).isEqualTo(decided(states, RULE::isDue));
        assertThat(places(handle, DueViewersQuery.SETTLED))
                .containsAll(decided(states, RULE::isDueAndSettled))
                .isSubsetOf(decided(states, RULE::isDue));
        handle.rollback();
    }

    private static long key(int shard) {
        return 32L + shard;
    }

    private static List<Integer> decided(List<DueState> states, Predicate<DueState> decision) {
        return IntStream.range(0, 16)
                .filter(shard -> decision.test(states.get(shard)))
                .boxed()
                .toList();
    }

    private static List<Integer> selected(Handle handle, DueViewersQuery due, FoldVersionRow version) {
        return IntStream.range(0, 16)
                .filter(shard ->
                        !due.viewers(handle, shard, version, BOUND, NOW, CLOCK).isEmpty())
                .boxed()
                .toList();
    }

    private static List<Integer> places(Handle handle, DueViewersQuery due) {
        DueViewersQuery.Places places = due.places(handle, VERSION, BOUND, NOW, CLOCK);
        assertThat(places.isFirstToPrepare()).isFalse();
        return places.shards();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void generated_viewers_are_selected_as_the_rule_decides(long seed) {
        Random random = new Random(seed);
        LongStream.range(0, 12).forEach(round -> store.useTransaction(handle -> compare(handle, states(random))));
    }

    @Test
    void nobody_is_selected_where_all_statistics_are_current() {
        store.useTransaction(handle -> compare(handle, Collections.nCopies(16, DueState.CURRENT)));
    }
}
