package dev.streakline.application.format;

/** How far a history file was read. */
public enum Reach {
    /** All of it. */
    TO_THE_END,

    /** Up to where it broke off: truncated or damaged gzip, or a failure of the disk or the connection. */
    CUT_SHORT
}
