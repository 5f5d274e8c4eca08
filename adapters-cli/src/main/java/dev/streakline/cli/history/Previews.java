package dev.streakline.cli.history;

/** What becomes of rows that are not viewing: trailers, hooks, and what played by itself (section 18). */
public enum Previews {
    /** They are {@link HistoryItem.Skipped}. */
    SKIP,
    /** They are events like every other row. */
    INCLUDE
}
