package dev.streakline.cli.terminal;

import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one table from what went wrong to words on standard error and an exit code. */
public final class Failures {
    private final boolean traces;
    private boolean isOutputClosed;

    public Failures(Map<String, String> environment) {
        this.traces = "1".equals(environment.get("STREAKLINE_DEBUG"));
    }

    /** The command line was not understood: prints why, the likely intended spelling, and where help is. */
    public static int notUnderstood(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (String.valueOf(wrong.getMessage()).isEmpty()) {
            command.usage(err);
        } else {
            err.println("streakline: " + wrong.getMessage());
            err.println(suggestion(wrong) + "See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** A command failed: prints one line that states what, why and the remedy. */
    public int failed(Exception failure, CommandLine command, ParseResult parsed) {
        return failure instanceof OutputClosedException closed
                ? outputClosed(closed, command.getErr())
                : print(failure, command.getErr());
    }

    /**
     * Standard output accepts nothing more. If its reader has gone, the command ends quietly; otherwise this is an
     * error. It is reported once, though what is left in buffers may fail again.
     */
    public int outputClosed(OutputClosedException closed, PrintWriter err) {
        boolean isTold = isOutputClosed;
        isOutputClosed = true;
        if (closed.readerHasGone()) {
            return ExitCode.DONE.number();
        }
        return isTold ? exitCode(closed).number() : print(closed, err);
    }

    private int print(Throwable failure, PrintWriter err) {
        if (isEnding() && !traces) {
            return exitCode(failure).number();
        }
        err.println("streakline: " + message(failure));
        if (traces) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exitCode(failure).number();
    }

    /**
     * Whether this process is ending, as after Ctrl-C. The store is then closed while it is in use, and failures caused
     * by that are ignored. The JVM exposes this only when a shutdown hook is registered.
     */
    private static boolean isEnding() {
        Thread nothing = new Thread(() -> {}, "nothing");
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    private static String message(Throwable failure) {
        boolean expected = failure instanceof CommandFailedException
                || failure instanceof HistoryUnreadableException
                || failure instanceof OutputClosedException
                || failure instanceof StoreUnavailableException
                || failure instanceof OutdatedFoldVersionException
                || failure instanceof HistoryTooLongException;
        return expected
                ? String.valueOf(failure.getMessage())
                : "Unexpected error, a bug in this program: " + failure
                        + System.lineSeparator()
                        + "Run the command again with STREAKLINE_DEBUG=1 and report the output.";
    }

    private static ExitCode exitCode(Throwable failure) {
        if (failure instanceof CommandFailedException failed) {
            return failed.exitCode();
        }
        if (failure instanceof StoreFullException) {
            return ExitCode.STORE_FULL;
        }
        if (failure instanceof StoreUnavailableException) {
            return ExitCode.DATABASE_UNAVAILABLE;
        }
        if (failure instanceof OutdatedFoldVersionException) {
            return ExitCode.CONFLICT;
        }
        if (failure instanceof HistoryUnreadableException unreadable) {
            return switch (unreadable.why()) {
                case NOT_FOUND -> ExitCode.NOT_FOUND;
                case OWNER_UNKNOWN, DATE_ORDER_UNKNOWN, ZONE_UNKNOWN -> ExitCode.USAGE;
                case NOT_READABLE, UNKNOWN_FORMAT -> ExitCode.FAILED;
            };
        }
        return ExitCode.FAILED;
    }

    private static String suggestion(ParameterException wrong) {
        List<String> near =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return near.isEmpty() ? "" : "Did you mean: " + String.join(" or ", near) + "? ";
    }
}
