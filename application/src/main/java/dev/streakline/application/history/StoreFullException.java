package dev.streakline.application.history;

import java.io.Serial;

/**
 * The disk of a store is full, or so full that it accepts no more facts. Stored data can be read; the same call
 * succeeds once there is room.
 */
public final class StoreFullException extends StoreUnavailableException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String shortage;

    /**
     * @param reason the reason that the store itself reports
     * @param cause the store's own failure
     */
    public StoreFullException(String reason, Throwable cause) {
        super(message(reason), cause);
        this.shortage = "there is no room left";
    }

    /** @param shortage how much is free and how much is needed, such as {@code 40 MB are free, and 115 MB are needed} */
    public StoreFullException(String shortage) {
        super(message(shortage));
        this.shortage = shortage;
    }

    private static String message(String reason) {
        return "The disk of the database is full (" + reason + "). Make room there, then run this again.";
    }

    /** How much is free and how much is needed, as far as that is known; names nothing of the machine. */
    public String shortage() {
        return shortage;
    }
}
