package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.intake.IntakeTallies;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counts for the intake rules, in memory. */
public final class InMemoryIntakeTallies implements IntakeTallies {

    private final Memory memory;

    InMemoryIntakeTallies(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Map<ViewerId, ViewerTally> find(Set<ViewerId> viewers, LocalDate day) {
        return memory.transact(transaction -> viewers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        viewer -> new ViewerTally(
                                transaction.intake().arrivals(viewer, day), holdings(transaction, viewer)))));
    }

    private static Holdings holdings(MemoryTransaction transaction, ViewerId viewer) {
        return transaction
                .statistics()
                .find(viewer)
                .map(MemoryStatistics.LastFold::holdings)
                .orElse(Holdings.NOTHING);
    }

    @Override
    public void add(LocalDate today, Map<ViewerId, Arrivals> arrived) {
        memory.use(transaction -> transaction.intake().addArrivals(today, arrived));
    }
}
