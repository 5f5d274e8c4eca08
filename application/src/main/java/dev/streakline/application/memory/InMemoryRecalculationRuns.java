package dev.streakline.application.memory;

import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRun.RunState;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.domain.catalogue.NameIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recalculations in memory. */
public final class InMemoryRecalculationRuns implements RecalculationRuns {

    private static final Comparator<RecalculationRun.RunCursor> OLDEST_FIRST = Comparator.comparing(
                    RecalculationRun.RunCursor::requestedAt)
            .thenComparing(RecalculationRun.RunCursor::id, NameIndex.CODE_POINT_ORDER);

    private final Map<String, Held> runs = new HashMap<>();

    /** No runs. */
    public InMemoryRecalculationRuns() {}

    /** A run and the last sign of life of who holds it. */
    private record Held(RecalculationRun run, Instant beatAt) {

        private boolean isFree(Instant lapsed) {
            return run.state() == RunState.WAITING || (run.state() == RunState.RUNNING && beatAt.isBefore(lapsed));
        }
    }

    @Override
    public synchronized boolean add(RecalculationRun run) {
        return runs.putIfAbsent(run.id(), new Held(run, run.requestedAt())) == null;
    }

    @Override
    public synchronized Optional<RecalculationRun> find(String id) {
        return Optional.ofNullable(runs.get(id)).map(Held::run);
    }

    @Override
    public synchronized List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after) {
        return runs.values().stream()
                .map(Held::run)
                .filter(run -> after == null || OLDEST_FIRST.compare(run.cursor(), after) < 0)
                .sorted(Comparator.comparing(RecalculationRun::cursor, OLDEST_FIRST.reversed()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<RecalculationRun> claim(Instant now, Duration lease) {
        Optional<RecalculationRun> claimed = runs.values().stream()
                .filter(held -> held.isFree(now.minus(lease)))
                .map(Held::run)
                .min(Comparator.comparing(RecalculationRun::cursor, OLDEST_FIRST))
                .map(run -> run.begun(now));
        claimed.ifPresent(run -> runs.put(run.id(), new Held(run, now)));
        return claimed;
    }

    @Override
    public synchronized boolean heartbeat(RecalculationRun run, Instant now) {
        return isHeldBy(run) && runs.replace(run.id(), new Held(run, now)) != null;
    }

    @Override
    public synchronized boolean finish(RecalculationRun run) {
        return isHeldBy(run) && runs.replace(run.id(), new Held(run, run.requestedAt())) != null;
    }

    private boolean isHeldBy(RecalculationRun run) {
        return find(run.id())
                .filter(kept -> kept.state() == RunState.RUNNING)
                .filter(kept -> Objects.equals(kept.startedAt(), run.startedAt()))
                .isPresent();
    }
}
