package dev.streakline.cli.wiring;

import dev.streakline.application.history.StoreUnavailableException;

/**
 * How many connections each part of a process has, where an external server allows fewer than it would like.
 *
 * @param work for folds and commands, at least 2
 * @param requests for HTTP, at least 1 where it serves, else 0
 */
record ConnectionShare(int work, int requests) {

    private static final int FEWEST_OF_WORK = 2;

    /** The connections that {@code serve} prefers. */
    static final ConnectionShare OF_SERVE = new ConnectionShare(OpenDatabase.THREADS + FEWEST_OF_WORK, 16);

    /** The connections that every other command prefers. */
    static final ConnectionShare OF_A_COMMAND = new ConnectionShare(OpenDatabase.THREADS + FEWEST_OF_WORK, 0);

    private static final String MORE =
            "Close other connections, or allow more with ALTER ROLE … CONNECTION LIMIT or max_connections";

    /** How many this needs: its own, and one with which it watches the server where it serves. */
    int total() {
        return work + requests + (requests > 0 ? 1 : 0);
    }

    /** The fewest with which this works. */
    ConnectionShare fewest() {
        return new ConnectionShare(FEWEST_OF_WORK, Math.min(requests, 1));
    }

    /**
     * This share, reduced to what the server gives.
     *
     * @param free how many connections the server gives
     * @throws StoreUnavailableException when that is too little
     */
    ConnectionShare within(int free) {
        if (free >= total()) {
            return this;
        }
        int more = free - fewest().total();
        if (more < 0) {
            throw new StoreUnavailableException(
                    "The database has " + counted(Math.max(0, free)) + " free; this command needs at least "
                            + fewest().total() + " and uses up to " + total() + ". " + MORE + ", then run it again.",
                    new IllegalStateException("too few connections"));
        }
        int moreRequests = Math.min(more - Math.min(more / 2, work - FEWEST_OF_WORK), requests - fewest().requests());
        return new ConnectionShare(
                Math.min(work, FEWEST_OF_WORK + more - moreRequests), fewest().requests() + moreRequests);
    }

    /** A notice for people when this is fewer than wanted. */
    String shortage(int free) {
        return "the database has " + counted(free) + " free"
                + (requests > 0
                        ? ": " + work + " for recalculations, " + requests
                                + " for requests, and 1 to monitor the server"
                        : ", which limits how much work is done at once")
                + ". " + MORE;
    }

    private static String counted(int connections) {
        return connections == 1 ? "1 connection" : connections + " connections";
    }
}
