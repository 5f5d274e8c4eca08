package dev.streakline.persistence.embedded;

import dev.streakline.persistence.database.ServerConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server that can have another port after each start. */
final class PresentConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final String CANNOT_CONNECT = "08001";

    private final transient EmbeddedDatabase database;
    private final Duration longestConnecting;
    private final Duration longestSilence;

    PresentConnections(EmbeddedDatabase database, Duration longestConnecting, Duration longestSilence) {
        this.database = database;
        this.longestConnecting = longestConnecting;
        this.longestSilence = longestSilence;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(database.user(), database.password());
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        String lastFailure = database.trouble();
        if (lastFailure != null) {
            throw new SQLTransientConnectionException(lastFailure, CANNOT_CONNECT, new SQLException(lastFailure));
        }
        return ServerConnections.to(database.url(), user, password, longestConnecting, longestSilence)
                .getConnection();
    }
}
