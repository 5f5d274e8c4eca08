package dev.streakline.persistence.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of the driver to one server, each made on request. */
public final class ServerConnections {

    private ServerConnections() {}

    /**
     * Connections to the server of a URL.
     *
     * @param url for the driver
     * @param longestConnecting after which a connection that is being made fails
     * @param longestSilence of the server, after which a connection fails; both in whole seconds, at least one
     */
    public static DataSource to(
            String url,
            @Nullable String user,
            @Nullable String password,
            Duration longestConnecting,
            Duration longestSilence) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        server.setUser(user);
        server.setPassword(password);
        server.setApplicationName("streakline");
        server.setConnectTimeout((int) longestConnecting.toSeconds());
        server.setLoginTimeout((int) longestConnecting.toSeconds());
        server.setSocketTimeout((int) longestSilence.toSeconds());
        return server;
    }
}
