package dev.streakline.architecture.planted.connectionsonlythroughscopes.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

final class ProperSessions {

    Connection properConnection(DataSource connections) throws SQLException {
        return connections.getConnection();
    }

    Jdbi properJdbi(DataSource connections) {
        return Jdbi.create(connections);
    }
}
