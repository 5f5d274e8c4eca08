package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.history.StoreWorkFailedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message for people about a failed database: what happened, the reason that the database gave, and the remedy. */
final class Outage {

    private static final String REASON = "REASON";
    private static final String DISK_FULL = "53100";
    private static final String FAILED =
            "The database failed (" + REASON + "). Run this again, and report it if it happens again.";

    /** By a limit of this program or of the server: for a statement, a lock, a transaction or its pauses. */
    private static final Set<String> TOOK_TOO_LONG = Set.of("57014", "55P03", "25P03", "25P04");

    private static final String STATEMENT_TOOK_TOO_LONG = "57014";

    /** A cardinality, a value, a constraint, crossed transactions, a limit of the server, a damaged row, a trigger. */
    private static final Set<String> FAMILIES_OF_THIS_WORK = Set.of("21", "22", "23", "40", "54", "P0", "XX");

    private static final Set<String> FAMILIES_OF_ABSENCE = Set.of("", "08", "57");

    private Outage() {}

    /** The exception for a failure that perhaps came from the database. */
    static StoreUnavailableException of(RuntimeException failed, Supervision.Origin origin) {
        return cause(failed)
                .map(cause -> of(cause, failed, origin))
                .orElseGet(() -> new StoreUnavailableException(
                        "The database cannot be used: " + firstLine(failed) + ". Correct that, then run this again.",
                        failed));
    }

    /** The exception for a schema that is not what earlier versions made. */
    static StoreUnavailableException changed(List<String> migrations, Exception failed) {
        return new StoreUnavailableException(
                "A migration of the database was changed: "
                        + String.join(", ", migrations)
                        + " differs from the record in the table streakline.flyway_schema_history. Restore the database"
                        + " from a back-up. Or use the version of this program that created it to 'dump' the facts, and"
                        + " 'import' them into a new database.",
                failed);
    }

    /** The exception for a failure with this cause from the database. */
    static StoreUnavailableException of(SQLException cause, Exception failed, Supervision.Origin origin) {
        if (DISK_FULL.equals(cause.getSQLState())) {
            return new StoreFullException(reason(cause), failed);
        }
        String what = what(cause.getSQLState(), origin).replace(REASON, reason(cause));
        return isOfThisWork(cause.getSQLState())
                ? new StoreWorkFailedException(what, failed)
                : new StoreUnavailableException(what, failed);
    }

    /** PostgreSQL's documentation, appendix A, lists the states; a driver that reaches no server gives none. */
    private static String what(@Nullable String state, Supervision.Origin origin) {
        if (state != null && TOOK_TOO_LONG.contains(state)) {
            return "A statement took too long (" + REASON + "). Run this again when the database has less to do.";
        }
        if (isAbsence(state) && origin == Supervision.Origin.EMBEDDED) {
            return "The database server has ended (" + REASON + "). Confirmed data is stored, and the server is"
                    + " started again automatically. Run this again.";
        }
        if (isAbsence(state)) {
            return "The database cannot be reached (" + REASON
                    + "). Confirmed data is stored. Check that it is running and"
                    + " that its disk is not full, then run this again.";
        }
        return state == null ? FAILED : ofState(state);
    }

    private static String ofState(String state) {
        return switch (state) {
            case "25006" ->
                "The database is read-only (" + REASON
                        + "). Connect to the primary, or allow writes, then run this"
                        + " again.";
            case "53300" ->
                "The database has no connection left (" + REASON
                        + "). Close other connections, or allow more with ALTER ROLE … CONNECTION LIMIT or max_connections, then run"
                        + " this again.";
            case "3D000" -> "The database does not exist (" + REASON + "). Create it, then run this again.";
            default -> ofFamily(family(state));
        };
    }

    private static String ofFamily(String family) {
        return switch (family) {
            case "53" ->
                "The database lacks resources (" + REASON + "). Add some, or try again when it has less to do.";
            case "28" ->
                "The database rejects the user (" + REASON + "). Check the user and the password, then run"
                        + " this again.";
            case "42" -> "The user lacks a right (" + REASON + "). Grant the rights of an owner, then run this again.";
            default -> FAILED;
        };
    }

    private static String family(@Nullable String state) {
        return state == null || state.length() != 5 ? "" : state.substring(0, 2);
    }

    /** Whether other work may succeed meanwhile: the failure is of what was to be done, not of the database. */
    private static boolean isOfThisWork(@Nullable String state) {
        return STATEMENT_TOOK_TOO_LONG.equals(state) || FAMILIES_OF_THIS_WORK.contains(family(state));
    }

    /** Whether there is no server, or none that continues this session. */
    static boolean isAbsence(@Nullable String state) {
        return FAMILIES_OF_ABSENCE.contains(family(state)) && (state == null || !TOOK_TOO_LONG.contains(state));
    }

    /**
     * The database's own exception; empty without one. A connection pool reports only that it gave no connection, with
     * the reason as its cause. A failed rollback on a closed connection hides why the connection is closed.
     */
    static Optional<SQLException> cause(Throwable failed) {
        List<SQLException> causes = new ArrayList<>();
        collect(failed, causes);
        return causes.stream()
                .filter(each -> each.getSQLState() != null)
                .findFirst()
                .or(() -> causes.stream().findFirst());
    }

    private static void collect(@Nullable Throwable failed, List<SQLException> causes) {
        if (failed != null) {
            if (failed instanceof SQLException sql) {
                causes.add(sql);
            }
            collect(failed.getCause(), causes);
            for (Throwable hidden : failed.getSuppressed()) {
                collect(hidden, causes);
            }
        }
    }

    /**
     * A pool's own message about a wait in vain is for programmers, but the server's message inside it is for users.
     */
    private static String reason(SQLException cause) {
        if (!(cause instanceof SQLTransientConnectionException)) {
            return firstLine(cause);
        }
        return cause.getCause() instanceof SQLException server ? firstLine(server) : "it does not answer";
    }

    /** The first line; the others may contain values of the facts. */
    private static String firstLine(Exception failed) {
        String line = String.valueOf(failed.getMessage()).lines().findFirst().orElse("it gave no reason");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
