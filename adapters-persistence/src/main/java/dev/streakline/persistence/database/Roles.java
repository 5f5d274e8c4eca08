package dev.streakline.persistence.database;

import dev.streakline.application.history.StoreUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that the user of the connections may take on. They are read once. */
final class Roles {

    private static final List<String> ALL = List.of(Scope.APP.role(), Scope.FOLD.role(), Scope.OfCreator.ROLE);

    private static final String OURS = "select rolname from pg_catalog.pg_roles where rolname in ('"
            + String.join("', '", ALL) + "') and pg_catalog.pg_has_role(oid, 'member')";

    /** Absent until first needed. */
    private volatile @Nullable Set<String> known;

    /**
     * The role that a scope uses in a session.
     *
     * @throws StoreUnavailableException when a creator's role does not exist
     */
    String of(Scope scope, Connection connection) throws SQLException {
        if (scope == Scope.OWNER || known(connection).contains(scope.role())) {
            return scope.role();
        }
        if (!scope.creator().isEmpty()) {
            throw new StoreUnavailableException(
                    "The user of the database cannot use the role " + scope.role()
                            + ", so data of creators is neither read nor written."
                            + " Run 'streakline doctor', which prints the commands for an administrator.",
                    new SQLException("role " + scope.role() + " is missing"));
        }
        return Scope.OWNER.role();
    }

    /** The roles that do not exist, or that the user may not use. */
    List<String> missing(Connection connection) throws SQLException {
        Set<String> found = known(connection);
        return ALL.stream().filter(role -> !found.contains(role)).toList();
    }

    /** After roles may have been created. */
    void forget() {
        known = null;
    }

    private Set<String> known(Connection connection) throws SQLException {
        Set<String> found = known;
        if (found == null) {
            found = read(connection);
            known = found;
        }
        return found;
    }

    private static Set<String> read(Connection connection) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OURS)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return Set.copyOf(found);
    }
}
