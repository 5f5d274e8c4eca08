package dev.streakline.application.recalculation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recalculations that were asked for. Any process may take on the next one; it holds it as long as it gives signs of
 * life. Safe for several threads and processes at once.
 */
public interface RecalculationRuns {

    /**
     * Adds a run that waits.
     *
     * @return false when its id is known; the run that has it stays as it is
     */
    boolean add(RecalculationRun run);

    /** A run; empty when its id is unknown. */
    Optional<RecalculationRun> find(String id);

    /**
     * The last requested, the latest first.
     *
     * @param limit how many at most, 1 or more
     * @param after only those behind this place; absent for the beginning
     */
    List<RecalculationRun> newest(int limit, RecalculationRun.@Nullable RunCursor after);

    /**
     * Takes on the first requested of those that wait and of those whose holder has given no sign of life for longer than
     * the lease. Nobody else gets it while he does.
     *
     * @return the run, begun now; empty when there is none
     */
    Optional<RecalculationRun> claim(Instant now, Duration lease);

    /**
     * Gives a sign of life.
     *
     * @param run as {@link #claim} gave it
     * @return false when it is no longer his: it was taken on by another, finished or erased
     */
    boolean heartbeat(RecalculationRun run, Instant now);

    /**
     * Keeps what became of a run.
     *
     * @param run that was claimed, done or failed
     * @return false when it is no longer his; nothing is kept then
     */
    boolean finish(RecalculationRun run);
}
