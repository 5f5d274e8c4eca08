package dev.streakline.cli.history;

import java.util.function.Consumer;

/**
 * One format of histories: knows itself by the first line and reads the lines into items.
 *
 * <p>Lines that are no valid UTF-8 or too long are the format's to report ({@link HistoryItem.Bad#unreadable}); a
 * stream that breaks is not: for the format it just ends.
 */
interface HistoryFormat {
    /** The format's name for people, as in "this is none of: …". */
    String name();

    /** Whether a file whose first non-blank line is this one is of this format. */
    boolean begins(RawLine first);

    /** Reads all lines, the first one included, and tells each item in the order of the file. */
    void read(LineSource lines, Previews previews, Consumer<HistoryItem> items);
}
