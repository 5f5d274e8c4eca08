package dev.streakline.application.memory;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The state of a store in memory, which can only be reached under its one lock. A port does each of its calls in one
 * transaction, also over several parts of the state. A failure undoes nothing: all steps that can fail come before the
 * first change.
 */
final class Memory {

    private final MemoryTransaction state = MemoryTransaction.overEmptyStore();

    /** Runs a transaction, and returns its result. One that is begun within another is part of it. */
    synchronized <R> R transact(Function<MemoryTransaction, R> work) {
        return work.apply(state);
    }

    /** As {@link #transact}, for work without a result. */
    synchronized void use(Consumer<MemoryTransaction> work) {
        work.accept(state);
    }
}
