package dev.streakline.cli.terminal;

/** A command cannot do what it was asked. The message says what, why and what to do, in one or two lines. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /**
     * The failure.
     *
     * @param exitCode that the process ends with
     * @param message for a person
     */
    public CommandFailedException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The failure, with the exception that caused it. */
    public CommandFailedException(ExitCode exitCode, String message, Exception cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** That the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
