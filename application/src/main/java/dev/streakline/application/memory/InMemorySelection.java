package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.Selection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The viewers that a selection selects in memory, in the order of their names. */
final class InMemorySelection implements Selection.Cases<List<ViewerId>> {

    private final Supplier<List<ViewerId>> viewers;
    private final Function<String, Predicate<ViewerId>> watches;
    private final Function<Instant, List<ViewerId>> due;
    private final InMemoryMarks marks;
    private final InMemoryFailedFolds failed;

    /**
     * @param watches whether a viewer may have watched on a channel
     * @param due the viewers who are due at an instant
     */
    InMemorySelection(
            Supplier<List<ViewerId>> viewers,
            Function<String, Predicate<ViewerId>> watches,
            Function<Instant, List<ViewerId>> due,
            InMemoryMarks marks,
            InMemoryFailedFolds failed) {
        this.viewers = viewers;
        this.watches = watches;
        this.due = due;
        this.marks = marks;
        this.failed = failed;
    }

    @Override
    public List<ViewerId> one(Selection.One selection) {
        return List.of(selection.viewer());
    }

    @Override
    public List<ViewerId> watchersOf(Selection.WatchersOf selection) {
        return viewers.get().stream().filter(watches.apply(selection.channel())).toList();
    }

    @Override
    public List<ViewerId> due(Selection.Due selection) {
        return failed.withoutBackingOff(due.apply(selection.now()), selection.now());
    }

    @Override
    public List<ViewerId> settled(Selection.Settled selection) {
        return failed.withoutBackingOff(due.apply(selection.now()), selection.now()).stream()
                .filter(viewer -> !marks.isUnsettled(viewer, selection.now()))
                .toList();
    }

    @Override
    public List<ViewerId> all(Selection.All selection) {
        return viewers.get();
    }
}
