package dev.streakline.application.format;

/** Whether rows without deliberate viewing count: trailers, hooks, and what began by itself. */
public enum Previews {
    /** They are skipped, with a reason. */
    SKIP,

    /** They count like viewing. */
    INCLUDE
}
