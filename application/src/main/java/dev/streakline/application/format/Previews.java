package dev.streakline.application.format;

/** Whether rows without deliberate viewing count: trailers, hooks, and what started automatically. */
public enum Previews {
    /** They are skipped, with a reason. */
    SKIP,

    /** They count like viewing. */
    INCLUDE
}
