package dev.streakline.application.format;

/** How far a history file was read. */
public enum Reach {
    /** All of it. */
    COMPLETE,

    /** Up to where it broke off: truncated or damaged gzip, or a failure of the disk or the connection. */
    TRUNCATED
}
