package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreFullException;
import java.util.function.BooleanSupplier;

/**
 * How the server of a database is looked after.
 *
 * @param origin whose server it is
 * @param room refuses with {@link StoreFullException} while there is no room for more facts
 * @param recovery waits until a lost server is back and returns whether it is; may refuse with
 *     {@link StoreFullException}
 */
public record Supervision(Origin origin, Runnable room, BooleanSupplier recovery) {

    /** For an external server: does nothing. */
    public static final Supervision NONE = new Supervision(Origin.OUTSIDE, () -> {}, () -> false);

    /** Whose server it is. */
    public enum Origin {
        /** This program starts it. */
        EMBEDDED,
        /** The server is managed elsewhere. */
        OUTSIDE
    }

    /** The same, for callers that do not wait for a server. */
    public Supervision withoutWaiting() {
        return new Supervision(origin, room, () -> false);
    }
}
