package dev.streakline.application.format;

import java.util.function.Consumer;

/** Receives the items of a history file, in the order of the file, on the thread of the reading. */
@FunctionalInterface
public interface HistorySink extends Consumer<HistoryItem> {

    /**
     * The items that follow are of this member of an archive; their lines and offsets count from its beginning.
     *
     * @param member its name in the archive, which may be any text: a caller neither prints it unescaped nor uses it as a path
     */
    default void entering(String member) {}

    /**
     * Reports progress.
     *
     * @param bytes how many bytes of the packed file have been read
     */
    default void reached(long bytes) {}
}
