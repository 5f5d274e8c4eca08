package dev.streakline.application.format;

import java.io.IOException;

/** A history file cannot be read at all. The message says what, why and what to do, in one or two lines. */
public final class HistoryUnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    /** Why a file cannot be read. */
    public enum Cause {
        /** There is no such file. */
        NOT_FOUND,
        /** It is a directory, may not be read, or reading failed at its first byte. */
        NOT_READABLE,
        /** Its beginning is of no known format. */
        UNKNOWN_FORMAT,
        /** Files of its kind do not say whose history they are, and nobody else did. */
        OWNER_UNKNOWN,
        /** Its dates can be read in several orders, and nobody said in which. */
        DATE_ORDER_UNKNOWN,
        /** Its times are of a zone that their text does not say, and nobody said which. */
        ZONE_UNKNOWN
    }

    private final Cause why;

    public HistoryUnreadableException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    /** Why. */
    public Cause why() {
        return why;
    }
}
