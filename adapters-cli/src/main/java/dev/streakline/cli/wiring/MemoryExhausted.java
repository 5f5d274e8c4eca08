package dev.streakline.cli.wiring;

import dev.streakline.cli.terminal.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends a service whose memory has run out, with a line and an exit code of its own, so that a supervisor starts it
 * again; otherwise it would run on half dead. Nothing that was acknowledged is lost by that.
 */
final class MemoryExhausted {

    /** Made now: then there may be no memory for it. */
    private static final byte[] WORDS =
            ("streakline: out of memory, so the service stops. Start it again, with a larger heap"
                            + " (-Xmx) if this happens again" + System.lineSeparator())
                    .getBytes(StandardCharsets.UTF_8);

    private static final int EXIT_CODE = ExitCode.OUT_OF_MEMORY.number();
    private static final FileOutputStream STANDARD_ERROR = new FileOutputStream(FileDescriptor.err);

    private MemoryExhausted() {}

    /** Ends the process. */
    static void end(OutOfMemoryError exhausted) {
        try {
            STANDARD_ERROR.write(WORDS);
        } catch (IOException | OutOfMemoryError unheard) {
            // The exit code reports it, too.
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Ends the process, too, when a thread has died of it. */
    static void endWithUncaught() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failed) -> {
            if (failed instanceof OutOfMemoryError exhausted) {
                end(exhausted);
            } else if (before != null) {
                before.uncaughtException(thread, failed);
            } else {
                failed.printStackTrace();
            }
        });
    }
}
