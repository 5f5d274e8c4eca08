package dev.streakline.application.format;

/** What becomes of rows that are no deliberate viewing: trailers, hooks, and what began by itself. */
public enum Previews {
    /** They are counted as skipped. */
    SKIP,

    /** They count like viewing. */
    INCLUDE
}
