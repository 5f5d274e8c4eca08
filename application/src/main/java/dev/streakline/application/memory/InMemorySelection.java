package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.DueRule;
import dev.streakline.application.statistics.DueState;
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
    private final Function<ViewerId, DueState> states;

    /**
     * @param watches whether a viewer may have watched on a channel
     * @param states what is known of a viewer before a fold
     */
    InMemorySelection(
            Supplier<List<ViewerId>> viewers,
            Function<String, Predicate<ViewerId>> watches,
            Function<ViewerId, DueState> states) {
        this.viewers = viewers;
        this.watches = watches;
        this.states = states;
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
        return select(rule(selection.now())::isDue);
    }

    @Override
    public List<ViewerId> settled(Selection.Settled selection) {
        return select(rule(selection.now())::isDueAndSettled);
    }

    /** A selection's instant is by the clock of this store. */
    private static DueRule rule(Instant now) {
        return new DueRule(now, now, Integer.MAX_VALUE);
    }

    private List<ViewerId> select(Predicate<DueState> decision) {
        return viewers.get().stream()
                .filter(viewer -> decision.test(states.apply(viewer)))
                .toList();
    }

    @Override
    public List<ViewerId> all(Selection.All selection) {
        return viewers.get();
    }
}
