package dev.streakline.persistence.database;

/**
 * The rights that a statement runs with: which tables it may use, and which creator's rows it sees. Each scope is a
 * role without login, which the user of the connection takes on for one transaction (docs/adr/0008).
 */
public sealed interface Scope {

    /** The user of the connection, who owns the tables. For migrations, and for what needs no table. */
    Scope OWNER = StoreRole.OWNER;

    /** Takes facts in and answers requests. */
    Scope APP = StoreRole.APP;

    /** Folds and ranks. */
    Scope FOLD = StoreRole.FOLD;

    /**
     * Sees and changes the rows of one creator alone.
     *
     * @param creatorKey the creator's key in the store
     */
    static Scope ofCreator(long creatorKey) {
        return new OfCreator(creatorKey);
    }

    /** The name of its role; {@code none} means the user of the connection. */
    String role();

    /** The value of the setting {@code streakline.creator}: a creator's key, or empty. */
    String creator();

    /** The scopes that run as the user of the connection where the roles do not exist. */
    enum StoreRole implements Scope {
        /** See {@link Scope#OWNER}. */
        OWNER("none"),
        /** See {@link Scope#APP}. */
        APP("streakline_app"),
        /** See {@link Scope#FOLD}. */
        FOLD("streakline_fold");

        private final String role;

        StoreRole(String role) {
            this.role = role;
        }

        @Override
        public String role() {
            return role;
        }

        @Override
        public String creator() {
            return "";
        }
    }

    /** Refused where its role does not exist: the user of the connection might see the rows of others. */
    record OfCreator(long creatorKey) implements Scope {

        /** The role of every creator. */
        static final String ROLE = "streakline_creator";

        @Override
        public String role() {
            return ROLE;
        }

        @Override
        public String creator() {
            return Long.toString(creatorKey);
        }
    }
}
