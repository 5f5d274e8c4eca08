package dev.streakline.cli.format.json;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.cli.format.line.Line;
import java.util.Map;
import java.util.function.Consumer;

/** The format of the entries of a JSON list: recognises it by the first entry and turns each into items. */
public interface JsonListFormat {

    /** The format's name and how to recognise it, for a person whose file has no known format. */
    String description();

    /** Whether a list whose first object has these members is of this format. */
    boolean recognises(Map<String, Object> first);

    /**
     * Hands the meaning of an entry to the sink.
     *
     * @param entry its text as in the file, with the number of its first line and its offset
     * @throws HistoryUnreadableException when the owner of the history was not named
     */
    void read(Line.Text entry, Map<String, Object> members, Consumer<HistoryItem> sink)
            throws HistoryUnreadableException;

    /**
     * Hands to the sink what it does not have yet, after the last entry.
     *
     * @throws HistoryUnreadableException when the owner of the history was not named
     */
    default void finish(Consumer<HistoryItem> sink) throws HistoryUnreadableException {}
}
