package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.statistics.DueRule;
import dev.streakline.application.statistics.DueState;
import dev.streakline.application.statistics.Selection;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The viewers that a selection selects in a transaction, in the order of their names. */
record MemorySelection(MemoryTransaction transaction) implements Selection.Cases<List<ViewerId>> {

    @Override
    public List<ViewerId> one(Selection.One selection) {
        return List.of(selection.viewer());
    }

    @Override
    public List<ViewerId> watchersOf(Selection.WatchersOf selection) {
        return select(viewer -> transaction.marks().has(viewer)
                || transaction
                        .statistics()
                        .find(viewer)
                        .filter(fold -> fold.isOn(selection.channel()))
                        .isPresent());
    }

    @Override
    public List<ViewerId> due(Selection.Due selection) {
        DueRule rule = rule(selection.now());
        return select(viewer -> rule.isDue(state(viewer)));
    }

    @Override
    public List<ViewerId> settled(Selection.Settled selection) {
        DueRule rule = rule(selection.now());
        return select(viewer -> rule.isDueAndSettled(state(viewer)));
    }

    @Override
    public List<ViewerId> all(Selection.All selection) {
        return transaction.facts().viewers();
    }

    /** A selection's instant is by the clock of this store. */
    private static DueRule rule(Instant now) {
        return new DueRule(now, now, Integer.MAX_VALUE);
    }

    private List<ViewerId> select(Predicate<ViewerId> decision) {
        return transaction.facts().viewers().stream().filter(decision).toList();
    }

    private DueState state(ViewerId viewer) {
        return new DueState(
                transaction.marks().first(viewer),
                transaction.marks().last(viewer),
                transaction.marks().hasEverybody() ? DueState.Currency.OUTDATED : DueState.Currency.CURRENT,
                transaction
                        .statistics()
                        .find(viewer)
                        .map(fold -> fold.statistics().nextChangeAt())
                        .orElse(null),
                transaction.failedFolds().retryAt(viewer),
                null);
    }
}
