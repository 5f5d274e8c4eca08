package dev.streakline.persistence.database;

/**
 * The rules for retrying a failed transaction.
 *
 * @param afterConflict how often it is tried when it conflicts with other transactions
 * @param lastRepeatable the last stage at which it may have lost its server and is tried again nevertheless
 */
record Attempts(int afterConflict, Stage lastRepeatable) {

    private static final int TRIES = 50;

    /** Never once it has begun. */
    static final Attempts ONE = new Attempts(1, Stage.OPENING);
    /** A read blocks no one and changes nothing. */
    static final Attempts OF_A_READ = new Attempts(1, Stage.COMMITTING);
    /** Unless its commit may have succeeded: it would be done twice. */
    static final Attempts OF_A_WRITE = new Attempts(TRIES, Stage.WORKING);
    /** Done twice, it is as done once. */
    static final Attempts OF_IDEMPOTENT_WORK = new Attempts(TRIES, Stage.COMMITTING);

    /** How far a transaction has come. */
    enum Stage {
        /** It has no session yet, or none that is alive. */
        OPENING,
        /** It has begun and is not at its end. */
        WORKING,
        /** It commits, and perhaps has. */
        COMMITTING
    }

    boolean mayRepeatAfter(Stage stage) {
        return stage.compareTo(lastRepeatable) <= 0;
    }
}
