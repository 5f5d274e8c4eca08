package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has facts that no fold has seen, and when the first and the last of them came. */
final class InMemoryMarks {

    private final Map<ViewerId, Times> times = new HashMap<>();

    private record Times(Instant first, Instant last) {}

    void add(ViewerId viewer, Instant now) {
        times.merge(viewer, new Times(now, now), (before, then) -> new Times(before.first(), then.last()));
    }

    void remove(ViewerId viewer) {
        times.remove(viewer);
    }

    boolean has(ViewerId viewer) {
        return times.containsKey(viewer);
    }

    /** When the first mark of a viewer was set; absent without a mark. */
    @Nullable
    Instant first(ViewerId viewer) {
        Times found = times.get(viewer);
        return found == null ? null : found.first();
    }

    /** When the last mark of a viewer was set; absent without a mark. */
    @Nullable
    Instant last(ViewerId viewer) {
        Times found = times.get(viewer);
        return found == null ? null : found.last();
    }
}
