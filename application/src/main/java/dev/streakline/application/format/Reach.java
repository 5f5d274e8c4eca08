package dev.streakline.application.format;

/** How far a history file was read. */
public enum Reach {
    /** All of it. */
    TO_THE_END,

    /** It broke off: truncated or damaged gzip, or an error of the disk. What came before was read. */
    CUT_SHORT
}
