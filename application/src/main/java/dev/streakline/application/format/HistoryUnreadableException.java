package dev.streakline.application.format;

import java.io.IOException;

/**
 * A history file cannot be read at all. The message states what, why and what to do on the command line, in one or two
 * lines without control characters. Other surfaces phrase {@link #why} themselves.
 */
public final class HistoryUnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    /** Why a file cannot be read. */
    public enum Cause {
        /** There is no such file. */
        NOT_FOUND,
        /** It is a directory, permission is denied, or it is damaged from the beginning. */
        NOT_READABLE,
        /** Its content is of no known format. */
        UNKNOWN_FORMAT,
        /** Files of its kind do not name their viewer, and {@link ReadingChoices#viewer} is missing. */
        OWNER_UNKNOWN,
        /** Its dates can be read in several orders, and {@link ReadingChoices#dateOrder} is missing. */
        DATE_ORDER_UNKNOWN,
        /** Its times do not name their zone clearly, and {@link ReadingChoices#zone} is missing. */
        ZONE_UNKNOWN
    }

    private final Cause why;

    public HistoryUnreadableException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    /** The reason, for programs. */
    public Cause why() {
        return why;
    }
}
