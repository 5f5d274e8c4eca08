package dev.streakline.application.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.domain.history.ViewerHistory;
import dev.streakline.domain.policy.Policies;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The histories of viewers, made of their accepted facts. Safe for use by several threads; each call returns one
 * snapshot.
 */
public interface Histories {

    /** The viewers with at least one accepted fact, in code-point order of their ids. */
    List<ViewerId> viewers();

    /**
     * The history of a viewer; empty when no fact of the viewer was accepted.
     *
     * @throws HistoryTooLongException when it does not fit the memory that this process has for it
     */
    Optional<ViewerSnapshot> history(ViewerId viewer);

    /**
     * Applies a function to the history of a viewer; empty when no fact of the viewer was accepted. Concurrent calls
     * together use a bounded part of the memory, so the result must not refer to the history.
     *
     * @throws HistoryTooLongException when the history does not fit the memory that this process has for it
     * @throws StoreWorkFailedException when other calls use all of that memory now
     */
    default <R> Optional<R> use(ViewerId viewer, Function<ViewerSnapshot, R> made) {
        return history(viewer).map(made);
    }

    /**
     * A history and the meaning of its keys.
     *
     * @param history all that is known of one viewer
     * @param catalogue of the same snapshot
     * @param policies of the same snapshot
     */
    record ViewerSnapshot(ViewerHistory history, Catalogue catalogue, Policies policies) {}
}
