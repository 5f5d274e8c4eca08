package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Statistics.SetAside;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Viewers whose last fold failed. */
final class InMemoryFailedFolds {

    /** More would only overflow. */
    private static final int DOUBLINGS = 9;

    private final Map<ViewerId, SetAside> failed = new TreeMap<>(InMemoryStore.BY_NAME);

    void add(ViewerId viewer, RuntimeException why, Instant now) {
        SetAside before = failed.get(viewer);
        int failures = before == null ? 1 : before.failures() + 1;
        Duration rest = SetAside.FIRST_REST.multipliedBy(1L << Math.min(DOUBLINGS, failures - 1));
        Instant tryAt = now.plus(rest.compareTo(SetAside.LONGEST_REST) > 0 ? SetAside.LONGEST_REST : rest);
        failed.put(viewer, new SetAside(viewer, failures, tryAt, why.toString()));
    }

    /** Lets a viewer be folded without a rest. */
    void tryNow(ViewerId viewer) {
        failed.computeIfPresent(
                viewer, (same, aside) -> new SetAside(viewer, aside.failures(), Instant.EPOCH, aside.reason()));
    }

    void remove(ViewerId viewer) {
        failed.remove(viewer);
    }

    /** Those of some viewers who are to be folded now. */
    List<ViewerId> withoutBackingOff(Collection<ViewerId> viewers, Instant now) {
        return viewers.stream()
                .filter(viewer -> !failed.containsKey(viewer)
                        || !failed.get(viewer).tryAt().isAfter(now))
                .toList();
    }

    List<SetAside> all() {
        return List.copyOf(failed.values());
    }
}
