package dev.streakline.architecture.planted.connectionsonlythroughscopes.persistence.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

final class ProperProbe {

    Connection properConnection(DataSource server) throws SQLException {
        return server.getConnection();
    }
}
