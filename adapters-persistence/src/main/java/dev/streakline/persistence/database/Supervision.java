package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreFullException;
import java.util.function.BooleanSupplier;

/**
 * What is done for the server of a database.
 *
 * @param origin whose server it is
 * @param room refuses with {@link StoreFullException} while there is no room for more facts
 * @param recovery waits until the server is back after it was lost, and whether it is; may refuse with {@link StoreFullException}
 */
public record Supervision(Origin origin, Runnable room, BooleanSupplier recovery) {

    /** That of a server of somebody else: nothing. */
    public static final Supervision NONE = new Supervision(Origin.OUTSIDE, () -> {}, () -> false);

    /** Whose server it is. */
    public enum Origin {
        /** This program starts it. */
        EMBEDDED,
        /** Somebody else does. */
        OUTSIDE
    }

    /** The same, for callers that wait for no server. */
    public Supervision withoutWaiting() {
        return new Supervision(origin, room, () -> false);
    }
}
