package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The viewers with facts that no fold has seen, with the first and the last arrival. */
final class MemoryMarks {

    private final Map<ViewerId, Times> times = new HashMap<>();
    /** A title fact or another policy may concern any viewer. */
    private boolean everybodyIsMarked;

    private record Times(Instant first, Instant last) {}

    void add(ViewerId viewer, Instant now) {
        times.merge(viewer, new Times(now, now), (before, then) -> new Times(before.first(), then.last()));
    }

    void addEverybody() {
        everybodyIsMarked = true;
    }

    void remove(ViewerId viewer) {
        times.remove(viewer);
    }

    /** Removes the mark of all viewers; individual marks stay. */
    void removeEverybody() {
        everybodyIsMarked = false;
    }

    /** Whether a viewer is marked, individually or with all viewers. */
    boolean has(ViewerId viewer) {
        return everybodyIsMarked || times.containsKey(viewer);
    }

    boolean hasEverybody() {
        return everybodyIsMarked;
    }

    /** When the first individual mark of a viewer was set; absent without one. */
    @Nullable
    Instant first(ViewerId viewer) {
        Times found = times.get(viewer);
        return found == null ? null : found.first();
    }

    /** When the last individual mark of a viewer was set; absent without one. */
    @Nullable
    Instant last(ViewerId viewer) {
        Times found = times.get(viewer);
        return found == null ? null : found.last();
    }
}
