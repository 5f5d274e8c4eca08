package dev.streakline.application.history;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.domain.history.Policies;
import dev.streakline.domain.history.ViewerHistory;
import java.util.List;
import java.util.Optional;

/**
 * The histories of viewers, made of their accepted facts. Safe for several threads at once; what one call answers is one
 * snapshot.
 */
public interface Histories {

    /** The viewers of whom any fact was accepted, in code-point order of their ids. */
    List<ViewerId> viewers();

    /** The history of a viewer; empty when no fact of him was accepted. */
    Optional<Known> history(ViewerId viewer);

    /**
     * A history and what its keys stand for.
     *
     * @param history all that is known of one viewer
     * @param catalogue of the same snapshot
     * @param policies of the same snapshot
     */
    record Known(ViewerHistory history, Catalogue catalogue, Policies policies) {}
}
