package dev.streakline.cli.wiring;

import dev.streakline.application.history.StoreUnavailable;
import dev.streakline.persistence.database.Database;

/**
 * How many connections each part of a process has, where the server of somebody else allows fewer than it would like.
 *
 * @param work for folds and commands, at least 2
 * @param requests for HTTP, at least 1 where it serves
 */
record ConnectionShare(int work, int requests) {

    private static final int FEWEST_OF_WORK = 2;

    /** What the role, the database and the server allow, less what others have taken. */
    private static final String FREE = """
            select least(
                (select nullif(rolconnlimit, -1) from pg_catalog.pg_roles where rolname = session_user)
                    - (select count(*) from pg_catalog.pg_stat_activity
                        where usename = session_user and pid <> pg_backend_pid()),
                (select nullif(datconnlimit, -1) from pg_catalog.pg_database where datname = current_database())
                    - (select count(*) from pg_catalog.pg_stat_activity
                        where datname = current_database() and backend_type = 'client backend'
                            and pid <> pg_backend_pid()),
                current_setting('max_connections')::integer
                    - current_setting('superuser_reserved_connections')::integer
                    - coalesce(nullif(current_setting('reserved_connections', true), '')::integer, 0)
                    - (select count(*) from pg_catalog.pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid()))
            """;

    /** How many connections the server gives to this process, which has one so far. */
    static int free(Database database) {
        return database.ask(FREE, row -> row.getInt(1)).orElse(Integer.MAX_VALUE);
    }

    /** How many this needs: its own, and one with which it watches the server where it serves. */
    int total() {
        return work + requests + (requests > 0 ? 1 : 0);
    }

    /** The fewest with which this works. */
    ConnectionShare fewest() {
        return new ConnectionShare(FEWEST_OF_WORK, Math.min(requests, 1));
    }

    /**
     * As much of this as the server gives.
     *
     * @throws StoreUnavailable when that is too little
     */
    ConnectionShare within(int free) {
        if (free >= total()) {
            return this;
        }
        int fewest = fewest().total();
        if (free < fewest) {
            throw new StoreUnavailable(
                    "The database gives " + Math.max(0, free) + " connections, and this needs " + fewest
                            + " at least and takes up to " + total()
                            + ". Close others, or allow more: ALTER ROLE … CONNECTION LIMIT, or max_connections.",
                    new IllegalStateException("too few connections"));
        }
        int more = free - fewest;
        int moreRequests = Math.min(more - more / 2, Math.max(0, requests - 1));
        int newRequests = Math.min(requests, 1) + moreRequests;
        return new ConnectionShare(Math.min(work, FEWEST_OF_WORK + more - moreRequests), newRequests);
    }
}
