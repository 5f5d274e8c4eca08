package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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

    /** Whether facts of a viewer are still arriving, and may go on to do so for a while. */
    boolean isUnsettled(ViewerId viewer, Instant now) {
        Times his = times.get(viewer);
        return his != null
                && his.last().plus(Selection.Settled.QUIET_PERIOD).isAfter(now)
                && his.first().plus(Selection.Settled.LONGEST_WAIT).isAfter(now);
    }
}
