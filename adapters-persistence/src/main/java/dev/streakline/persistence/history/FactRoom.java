package dev.streakline.persistence.history;

import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.history.StoreWorkFailedException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Counts the room that the facts of one portion take, until they are not used any more. For one thread. */
public final class FactRoom implements AutoCloseable {

    private static final int A_FACT = 1;
    private static final int A_CHANNEL = 8;

    /** The room reserved for one history: long ones must not delay short ones. */
    private static final int FREE = 4_096;

    private static final int AT_ONCE = 1_024;

    private final FactBound most;
    private final @Nullable Semaphore shared;
    private int used;
    private int taken;

    /** Room of its own. */
    public FactRoom(FactBound most) {
        this(most, null);
    }

    /** Room that is shared with others. */
    public FactRoom(FactBound most, @Nullable Semaphore shared) {
        this.most = most;
        this.shared = shared;
    }

    /** How many rows show that there is not enough room. */
    long mostRows() {
        return most.facts() + 1L;
    }

    /** One more fact. */
    void takeFact() {
        take(A_FACT);
    }

    /** One more channel. */
    void takeChannel() {
        take(A_CHANNEL);
    }

    private void take(int room) {
        used += room;
        if (used > most.facts()) {
            throw new HistoryTooLongException(most.facts());
        }
        if (shared != null && used - FREE > taken) {
            if (!shared.tryAcquire(AT_ONCE)) {
                throw new StoreWorkFailedException(
                        "Other long histories use all the memory that is reserved for them. Try again.");
            }
            taken += AT_ONCE;
        }
    }

    /** Gives back what was taken. */
    void empty() {
        if (shared != null) {
            shared.release(taken);
        }
        taken = 0;
        used = 0;
    }

    @Override
    public void close() {
        empty();
    }
}
