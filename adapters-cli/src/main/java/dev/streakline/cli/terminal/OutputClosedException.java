package dev.streakline.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Standard output accepts nothing more. A {@code PrintStream} would swallow this, and a command would continue for
 * minutes without a reader.
 */
public final class OutputClosedException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    OutputClosedException(IOException cause) {
        super("Cannot write the output: " + cause.getMessage() + ".", cause);
    }

    /** Whether the reader has gone, as {@code head} does: no error. A full disk is one. */
    boolean readerHasGone() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
