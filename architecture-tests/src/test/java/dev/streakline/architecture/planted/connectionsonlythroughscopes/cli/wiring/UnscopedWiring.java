package dev.streakline.architecture.planted.connectionsonlythroughscopes.cli.wiring;

import java.sql.SQLException;
import javax.sql.DataSource;

final class UnscopedWiring {

    boolean breachConnection(DataSource connections) throws SQLException {
        return connections.getConnection().isValid(1);
    }
}
