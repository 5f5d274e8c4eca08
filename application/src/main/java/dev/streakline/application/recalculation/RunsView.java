package dev.streakline.application.recalculation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, the last requested first.
 *
 * @param nextCursor the cursor of the next page; absent on the last
 */
public record RunsView(List<RunView> items, @Nullable String nextCursor) {

    /** Defensive copy. */
    public RunsView {
        items = List.copyOf(items);
    }
}
