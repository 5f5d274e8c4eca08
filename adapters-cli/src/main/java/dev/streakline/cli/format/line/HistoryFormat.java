package dev.streakline.cli.format.line;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import java.util.function.Consumer;

/** One format of watch histories that have lines: recognises its files and turns their lines into items. */
public interface HistoryFormat {

    /** The format's name and how to recognise it, for a person whose file has no known format. */
    String description();

    /**
     * Whether a file has this format.
     *
     * @param firstLine the first line that is not blank, or its first 1000 bytes
     */
    boolean recognises(String firstLine);

    /**
     * Reads all lines and hands every item to the sink, events in the order of the file. An unreadable line goes to the
     * sink as it is; none stops the reading.
     *
     * @throws HistoryUnreadableException when the owner of the history was not named
     */
    void read(LineSource lines, Consumer<HistoryItem> sink) throws HistoryUnreadableException;
}
