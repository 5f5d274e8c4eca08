package dev.streakline.architecture.planted.connectionsonlythroughscopes.persistence.history;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

final class Unscoped {

    Connection breachDataSource(DataSource connections) throws SQLException {
        return connections.getConnection();
    }

    Connection breachDataSourceOfUser(DataSource connections) throws SQLException {
        return connections.getConnection("user", "password");
    }

    Connection breachDriver(PGSimpleDataSource connections) throws SQLException {
        return connections.getConnection();
    }

    Connection breachDriverManager() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql:");
    }

    Connection breachFactory(ConnectionFactory connections) throws SQLException {
        return connections.openConnection();
    }

    Jdbi breachJdbi(DataSource connections) {
        return Jdbi.create(connections);
    }

    Handle breachHandle(Jdbi jdbi) {
        return jdbi.open();
    }

    int breachJdbiOfHandle(Handle handle) {
        return handle.getJdbi().withHandle(other -> 1);
    }

    Function<Jdbi, Handle> breachReference() {
        return Jdbi::open;
    }
}
