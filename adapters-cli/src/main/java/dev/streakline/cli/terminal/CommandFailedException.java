package dev.streakline.cli.terminal;

/** A command cannot do what was requested. The message states what, why and the remedy, in one or two lines. */
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
