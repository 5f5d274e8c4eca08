package dev.streakline.persistence.database;

import dev.streakline.persistence.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases for tests: each new one is empty and has today's schema. One server serves all tests of a run. */
public final class TestDatabase {

    private static final EmbeddedDatabase SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /**
     * The server's folder stays from run to run, because making it takes seconds; its databases are made from scratch.
     */
    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.open(Path.of("target", "test-database"), word -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        run(server, "alter system set fsync = off");
        run(server, "select pg_reload_conf()");
        // Each connection derives the key of the password: 4,096 rounds take longer than what most tests ask.
        run(
                server,
                "set scram_iterations = 1; alter role %s password '%s'".formatted(server.user(), server.password()));
        run(server, "drop database if exists template");
        run(server, "create database template");
        new Database(connections(server, "template")).migrate();
        return server;
    }

    /** A new database. */
    public static Database open() {
        return over(pooled(create()));
    }

    /** Connections that stay open from one transaction to the next, which saves most of the time of small tests. */
    public static DataSource pooled(DataSource connections) {
        return KeptConnections.of((PGSimpleDataSource) connections);
    }

    /** The database of connections, on which no statement waits for a lock longer than a second. */
    public static Database over(DataSource connections) {
        return new Database(connections, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    /** Connections to a new database, each of them new. */
    public static DataSource create() {
        String name = "test" + COUNT.incrementAndGet();
        run(SERVER, "drop database if exists " + name);
        run(SERVER, "create database " + name + " template template strategy file_copy");
        DatabasesOfAClass.add(name);
        return connections(SERVER, name);
    }

    /** Ends a database with all sessions that a test has left. */
    static void drop(String name) {
        run(SERVER, "drop database if exists " + name + " with (force)");
    }

    /** Connections to a new, empty database of a user who owns it and may do nothing else. */
    public static DataSource createOfPlainUser() {
        return createOfPlainUser(-1);
    }

    /** The same for a user with a limited number of connections, or any number with -1. */
    static DataSource createOfPlainUser(int connectionLimit) {
        String name = "plain" + COUNT.incrementAndGet();
        run(SERVER, "drop database if exists " + name);
        run(SERVER, "drop role if exists " + name);
        run(SERVER, "create role " + name + " login password 'plain' connection limit " + connectionLimit);
        run(SERVER, "create database " + name + " owner " + name);
        DatabasesOfAClass.add(name);
        PGSimpleDataSource connections = connections(SERVER, name);
        connections.setUser(name);
        connections.setPassword("plain");
        return connections;
    }

    /** Connections to a new database of a user who owns it, and may take on the roles of all scopes, but may create none. */
    static DataSource createOfMember() {
        PGSimpleDataSource connections = (PGSimpleDataSource) createOfPlainUser();
        run(SERVER, "grant streakline_app, streakline_fold, streakline_creator to " + connections.getUser());
        new Database(connections).migrate();
        return connections;
    }

    private static PGSimpleDataSource connections(EmbeddedDatabase server, String database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(server.url());
        connections.setDatabaseName(database);
        connections.setUser(server.user());
        connections.setPassword(server.password());
        return connections;
    }

    private static void run(EmbeddedDatabase server, String command) {
        try (Connection connection = connections(server, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
