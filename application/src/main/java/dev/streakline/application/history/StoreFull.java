package dev.streakline.application.history;

import java.io.Serial;

/**
 * The disk of a store is full, or so full that it takes no more facts in. What is stored can be read; the same call succeeds
 * once there is room.
 */
public final class StoreFull extends StoreUnavailable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param shortage how much is free and how much is needed where that is known, else what is full; without a secret
     * @param cause the store's own failure
     */
    public StoreFull(String shortage, Throwable cause) {
        super("The disk of the database is full (" + shortage + "). Make room there, then run this again.", cause);
    }

    /** @param shortage how much is free and how much is needed */
    public StoreFull(String shortage) {
        super("The disk of the database is full (" + shortage + "). Make room there, then run this again.");
    }
}
