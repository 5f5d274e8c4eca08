package dev.streakline.application.memory;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import java.util.List;
import java.util.Optional;

/** Histories in memory. A returned history does not change. */
public final class InMemoryHistories implements Histories {

    private final Memory memory;

    InMemoryHistories(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<ViewerId> viewers() {
        return memory.transact(transaction -> transaction.facts().viewers());
    }

    @Override
    public Optional<ViewerSnapshot> history(ViewerId viewer) {
        return memory.transact(transaction -> transaction.history(viewer));
    }
}
