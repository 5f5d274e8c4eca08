package dev.streakline.persistence.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The result of connecting to a server as its superuser. */
enum ServerProbe {
    /** It accepts connections. */
    READY,
    /** It is starting, recovering or stopping. */
    NOT_YET,
    /** It does not accept the password. */
    REFUSED,
    /** No server, or no PostgreSQL. */
    NONE;

    /** Probes the server on a port of 127.0.0.1; no answer for 20 seconds counts as none. */
    static ServerProbe of(int port, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        try (Connection connection = DriverManager.getConnection(new Server.Running(0, port).url(), properties)) {
            return connection.isClosed() ? NONE : READY;
        } catch (SQLException failed) {
            return switch (String.valueOf(failed.getSQLState())) {
                // Too many connections: it is running and busy. Treating it as dead would end the work of all its
                // users.
                case "53300" -> READY;
                // Starting or stopping.
                case "57P03" -> NOT_YET;
                // Wrong password.
                case "28P01" -> REFUSED;
                default -> NONE;
            };
        }
    }
}
