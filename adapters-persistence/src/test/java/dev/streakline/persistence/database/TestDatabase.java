package dev.streakline.persistence.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Databases for tests: each new one is empty and has today's schema. One server serves all tests of a run. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start();
            run(server, "create database template");
            new Database(server.getDatabase("postgres", "template")).migrate();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new database. */
    public static Database open() {
        return new Database(create());
    }

    /** Connections to a new database; on them nobody waits for a lock longer than a second. */
    public static DataSource create() {
        String name = "test" + COUNT.incrementAndGet();
        run(SERVER, "create database " + name + " template template strategy file_copy");
        return SERVER.getDatabase("postgres", name, Map.of("options", "-c lock_timeout=1000"));
    }

    private static void run(EmbeddedPostgres server, String command) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
