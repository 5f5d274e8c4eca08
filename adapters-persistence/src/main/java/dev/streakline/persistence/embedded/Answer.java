package dev.streakline.persistence.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** What a server says to its superuser at the gate. */
enum Answer {
    /** Come in. */
    READY,
    /** It is starting, recovering or stopping. */
    NOT_YET,
    /** It does not know the password. */
    REFUSED,
    /** Nothing, or nothing that makes sense. */
    NONE;

    private static final String WRONG_PASSWORD = "28P01";
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Asks the server at an address; silence is taken for none after 20 seconds. */
    static Answer of(String url, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "20");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isClosed() ? NONE : READY;
        } catch (SQLException failed) {
            return of(failed);
        }
    }

    private static Answer of(SQLException failed) {
        return switch (String.valueOf(failed.getSQLState())) {
            // It is there and busy: to take it for dead would end everybody's work.
            case TOO_MANY_CONNECTIONS -> READY;
            case STARTING_OR_STOPPING -> NOT_YET;
            case WRONG_PASSWORD -> REFUSED;
            default -> NONE;
        };
    }
}
