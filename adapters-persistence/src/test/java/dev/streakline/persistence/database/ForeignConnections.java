package dev.streakline.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Data sources as other people's frameworks make them. */
public final class ForeignConnections {

    private ForeignConnections() {}

    /** What is done to a connection before it is given out. */
    @FunctionalInterface
    interface Setting {
        void set(Connection connection) throws SQLException;
    }

    /** Connections without autocommit. */
    public static DataSource withoutAutocommit(DataSource connections) {
        return with(connections, connection -> connection.setAutoCommit(false));
    }

    static DataSource with(DataSource connections, Setting setting) {
        return handing(() -> {
            Connection connection = connections.getConnection();
            setting.set(connection);
            return connection;
        });
    }

    static DataSource handing(Handing handing) {
        return handing.source();
    }

    /** A connection on which some methods do nothing, as where a framework commits and closes by itself. */
    static Connection without(Connection connection, Set<String> methods) {
        return (Connection) Proxy.newProxyInstance(
                ForeignConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (methods.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
