package dev.streakline.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Standard output takes nothing more. A {@code PrintStream} would swallow this, and a command would go on for minutes
 * with nobody listening.
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
