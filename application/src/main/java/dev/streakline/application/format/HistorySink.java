package dev.streakline.application.format;

import java.util.function.Consumer;

/** Gets what is found in a history file, in the order of the file. */
@FunctionalInterface
public interface HistorySink extends Consumer<HistoryItem> {

    /**
     * The items that follow are of this member of a zip file; their lines and offsets count from its beginning.
     *
     * @param member its name in the zip file, which may hold anything
     */
    default void entering(String member) {}

    /**
     * Reading goes on.
     *
     * @param bytes how many of the file have been read, as it is packed
     */
    default void reached(long bytes) {}
}
