package dev.streakline.cli.terminal;

/** How a command ended, for the shell. */
public enum ExitCode {
    /** All was done. */
    DONE(0),
    /** It could not be done. */
    FAILED(1),
    /** The command line was not understood. */
    USAGE(2),
    /** The configuration is wrong or incomplete. */
    CONFIGURATION(3),
    /** The named thing does not exist. */
    NOT_FOUND(4),
    /** It contradicts what is there already. */
    CONFLICT(5),
    /** The database cannot be reached. */
    DATABASE_UNAVAILABLE(69),
    /** Memory ran out in the service, which a supervisor should start again. */
    OUT_OF_MEMORY(70),
    /** The disk of the store is full. */
    STORE_FULL(73);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
