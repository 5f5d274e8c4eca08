package dev.streakline.application.recalculation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recalculations that were requested. {@link RecalculationQueue} hands them to the processes that run them. Safe
 * for use by several threads and processes.
 */
public interface RecalculationRuns {

    /**
     * Adds a run that is pending.
     *
     * @return false when its id is known; the run that has it stays as it is
     */
    boolean add(RecalculationRun run);

    /** A run; empty when its id is unknown. */
    Optional<RecalculationRun> find(String id);

    /**
     * The runs requested last, the latest first.
     *
     * @param limit how many at most, 1 or more
     * @param after returns only runs after this position; absent for the beginning
     */
    List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after);
}
