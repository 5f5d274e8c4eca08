package dev.streakline.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionFactory;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Connections on which every transaction is begun and ended here. One without autocommit, or read-only, is set up as
 * needed and returned as it was. One in a transaction of its caller is refused: its writes could be rolled back after
 * they were acknowledged.
 */
final class OwnTransactions implements ConnectionFactory {

    private final ConnectionFactory connections;
    private final Map<Connection, Settings> changed = new ConcurrentHashMap<>();

    OwnTransactions(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** How a connection came. */
    private record Settings(boolean autoCommit, boolean readOnly) {

        private static final Settings NEEDED = new Settings(true, false);

        static Settings of(Connection connection) throws SQLException {
            return new Settings(connection.getAutoCommit(), connection.isReadOnly());
        }

        void restore(Connection connection) throws SQLException {
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(autoCommit);
        }
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = connections.openConnection();
        try {
            prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connections.closeConnection(connection);
            throw failed;
        }
    }

    private void prepare(Connection connection) throws SQLException {
        if (isInTransaction(connection)) {
            throw new IllegalStateException(
                    "The data source returned a connection that is in a transaction of its caller. That could"
                            + " roll back what Streakline has confirmed. Give Streakline a data source of its own.");
        }
        Settings settings = Settings.of(connection);
        if (!settings.equals(Settings.NEEDED)) {
            Settings.NEEDED.restore(connection);
            changed.put(connection, settings);
        }
    }

    /** Queries the driver and not the server. */
    private static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        Settings settings = changed.remove(connection);
        try {
            if (!connection.isClosed()) {
                requireEnded(connection);
                if (settings != null) {
                    settings.restore(connection);
                }
            }
        } finally {
            connections.closeConnection(connection);
        }
    }

    private static void requireEnded(Connection connection) throws SQLException {
        if (isInTransaction(connection)) {
            throw new IllegalStateException(
                    "The data source returned a connection whose transaction is still open after its commit, so"
                            + " nothing would be stored. Give Streakline a data source that manages no transactions.");
        }
    }
}
