package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Statistics.SetAside;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Viewers whose last fold failed. */
final class MemoryFailedFolds {

    private final Map<ViewerId, SetAside> failed = new TreeMap<>(MemoryFacts.BY_NAME);

    void add(ViewerId viewer, RuntimeException why, Instant now) {
        SetAside before = failed.get(viewer);
        int failures = before == null ? 1 : before.failures() + 1;
        Instant tryAt = now.plus(SetAside.BACK_OFF.after(failures));
        failed.put(viewer, new SetAside(viewer, failures, tryAt, why.toString()));
    }

    /** Ends the back-off of a viewer. */
    void tryNow(ViewerId viewer) {
        failed.computeIfPresent(
                viewer, (same, aside) -> new SetAside(viewer, aside.failures(), Instant.EPOCH, aside.reason()));
    }

    void remove(ViewerId viewer) {
        failed.remove(viewer);
    }

    /** When the back-off of a viewer ends; absent when the last fold succeeded. */
    @Nullable
    Instant retryAt(ViewerId viewer) {
        SetAside found = failed.get(viewer);
        return found == null ? null : found.tryAt();
    }

    List<SetAside> all() {
        return List.copyOf(failed.values());
    }
}
