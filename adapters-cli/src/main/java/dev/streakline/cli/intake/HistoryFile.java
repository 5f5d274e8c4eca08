package dev.streakline.cli.intake;

import dev.streakline.application.format.HistoryReaders;
import dev.streakline.application.format.HistorySink;
import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.format.Reach;
import dev.streakline.application.format.ReadingChoices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A history file as a command line names it.
 *
 * @param argument a path, or {@code -} for standard input
 * @param standardInput read, but not closed, if the argument is {@code -}
 */
record HistoryFile(String argument, InputStream standardInput) {

    /** The argument, or {@code standard input}. */
    String name() {
        return isStandardInput() ? "standard input" : argument;
    }

    /** The last part of the path, {@code stdin} for standard input: files made from this one have it in their names. */
    String basename() {
        if (isStandardInput()) {
            return "stdin";
        }
        Path last = Path.of(argument).getFileName();
        return last == null ? "history" : last.toString();
    }

    /** The size of the file in bytes, as it is packed; 0 if it is not known. */
    long size() {
        try {
            return isStandardInput() ? 0 : Files.size(Path.of(argument));
        } catch (IOException | InvalidPathException unknown) {
            return 0;
        }
    }

    /** Reads the file once, as {@link HistoryReaders} describes. */
    Reach read(HistoryReaders readers, ReadingChoices choices, HistorySink sink) throws HistoryUnreadableException {
        return isStandardInput()
                ? readers.readStream(name(), standardInput, choices, sink)
                : readers.readFile(argument, choices, sink);
    }

    private boolean isStandardInput() {
        return "-".equals(argument);
    }
}
