package dev.streakline.application.memory;

import dev.streakline.application.recalculation.ClaimedRun;
import dev.streakline.application.recalculation.RecalculationQueue;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RunOutcome;
import dev.streakline.domain.catalogue.NameIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Recalculations in memory. */
public final class InMemoryRecalculationRuns implements RecalculationRuns, RecalculationQueue {

    private static final Comparator<RecalculationRun.RunCursor> OLDEST_FIRST = Comparator.comparing(
                    RecalculationRun.RunCursor::requestedAt)
            .thenComparing(RecalculationRun.RunCursor::id, NameIndex.CODE_POINT_ORDER);

    private final Map<String, QueuedRun> runs = new HashMap<>();
    private final InstantSource clock;

    /** No runs. Leases are counted by this clock. */
    public InMemoryRecalculationRuns(InstantSource clock) {
        this.clock = clock;
    }

    private record QueuedRun(RecalculationRun run, InMemoryClaim claim) {

        private boolean isDue(Instant now) {
            return isOpen() && claim.isDue(now);
        }

        private boolean isOpen() {
            return run.finishedAt() == null;
        }

        private QueuedRun givenUp(Instant now) {
            return new QueuedRun(run.ended(now, GIVEN_UP), claim);
        }

        private QueuedRun claimed(Instant now, Duration lease) {
            return new QueuedRun(run.begun(now), claim.claimed(now, lease));
        }

        private QueuedRun with(InMemoryClaim other) {
            return new QueuedRun(run, other);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public synchronized boolean add(RecalculationRun run) {
        return runs.putIfAbsent(run.id(), new QueuedRun(run, InMemoryClaim.dueAt(now()))) == null;
    }

    @Override
    public synchronized Optional<RecalculationRun> find(String id) {
        return Optional.ofNullable(runs.get(id)).map(QueuedRun::run);
    }

    @Override
    public synchronized List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after) {
        return runs.values().stream()
                .map(QueuedRun::run)
                .filter(run -> after == null || OLDEST_FIRST.compare(run.cursor(), after) < 0)
                .sorted(Comparator.comparing(RecalculationRun::cursor, OLDEST_FIRST.reversed()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<ClaimedRun> claim(Duration lease) {
        Instant now = now();
        runs.replaceAll((id, queued) ->
                queued.isDue(now) && queued.claim().attempts() >= MOST_ATTEMPTS ? queued.givenUp(now) : queued);
        Optional<QueuedRun> claimed = runs.values().stream()
                .filter(queued -> queued.isDue(now))
                .min(Comparator.comparing(queued -> queued.run().cursor(), OLDEST_FIRST))
                .map(queued -> queued.claimed(now, lease));
        claimed.ifPresent(queued -> runs.put(queued.run().id(), queued));
        return claimed.map(queued -> new ClaimedRun(
                queued.run(), queued.claim().token(), queued.claim().attempts()));
    }

    @Override
    public synchronized boolean renew(ClaimedRun claim, Duration lease) {
        Instant now = now();
        return change(
                claim,
                InMemoryClaim::isLast,
                queued -> queued.with(queued.claim().renewed(now, lease)));
    }

    @Override
    public synchronized boolean finish(ClaimedRun claim, RunOutcome outcome) {
        Instant now = now();
        return changeHeld(claim, now, queued -> new QueuedRun(queued.run().ended(now, outcome), queued.claim()));
    }

    @Override
    public synchronized boolean release(ClaimedRun claim) {
        Instant now = now();
        return changeHeld(claim, now, queued -> queued.with(queued.claim().released(now)));
    }

    @Override
    public synchronized boolean postpone(ClaimedRun claim, Duration delay) {
        Instant now = now();
        return changeHeld(claim, now, queued -> queued.with(queued.claim().postponed(now, delay)));
    }

    private boolean changeHeld(ClaimedRun claim, Instant now, UnaryOperator<QueuedRun> change) {
        return change(claim, (last, token) -> last.isHeld(token, now), change);
    }

    private boolean change(
            ClaimedRun claim, BiPredicate<InMemoryClaim, Long> isAllowed, UnaryOperator<QueuedRun> change) {
        QueuedRun queued = runs.get(claim.run().id());
        if (queued == null || !queued.isOpen() || !isAllowed.test(queued.claim(), claim.token())) {
            return false;
        }
        runs.put(claim.run().id(), change.apply(queued));
        return true;
    }
}
