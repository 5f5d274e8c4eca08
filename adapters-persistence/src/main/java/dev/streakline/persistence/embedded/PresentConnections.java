package dev.streakline.persistence.embedded;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server that may be on another port each time it was started. */
final class PresentConnections implements DataSource {
    private static final String CANNOT_CONNECT = "08001";

    private final EmbeddedDatabase database;
    private final Duration longestConnecting;
    private final Duration longestSilence;

    PresentConnections(EmbeddedDatabase database, Duration longestConnecting, Duration longestSilence) {
        this.database = database;
        this.longestConnecting = longestConnecting;
        this.longestSilence = longestSilence;
    }

    @Override
    public Connection getConnection() throws SQLException {
        String trouble = database.trouble();
        if (trouble != null) {
            throw new SQLTransientConnectionException(trouble, CANNOT_CONNECT, new SQLException(trouble));
        }
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(database.url());
        server.setUser(database.user());
        server.setPassword(database.password());
        server.setApplicationName("streakline");
        server.setConnectTimeout((int) longestConnecting.toSeconds());
        server.setLoginTimeout((int) longestConnecting.toSeconds());
        server.setSocketTimeout((int) longestSilence.toSeconds());
        return server.getConnection();
    }

    /** The server has one user. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    /** The pool's limit; each connection has its own. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return (int) longestConnecting.toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this is no wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
