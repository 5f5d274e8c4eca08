package dev.streakline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streakline.persistence.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A store in a new database of one server that serves all tests of a run, as commands find it by the environment. */
public final class StoreFixture {

    private static final Path SERVER_FOLDER = Path.of("target", "test-store");
    private static final EmbeddedDatabase SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** It contains a path that no file is read from or written to by chance. */
    private final Path folder;

    private final String database;
    /** By which commands find the database. */
    private final String url;

    private StoreFixture(Path folder, String database, String url) {
        this.folder = folder;
        this.database = database;
        this.url = url;
    }

    /**
     * The server's folder stays from run to run, because making it takes seconds; its databases are made from scratch.
     */
    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.open(SERVER_FOLDER, word -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        sql(server, "postgres", "alter system set fsync = off");
        sql(server, "postgres", "select pg_reload_conf()");
        // Each connection derives the key of the password: 4,096 rounds take longer than what most tests ask.
        sql(
                server,
                "postgres",
                "set scram_iterations = 1; alter role %s password '%s'".formatted(server.user(), server.password()));
        sql(server, "postgres", "drop database if exists template");
        sql(server, "postgres", "create database template");
        assertThat(CommandRun.in(environment(server, "template"), "migrate").exitCode())
                .isZero();
        return server;
    }

    /** An empty store with the tables of today. */
    public static StoreFixture in(Path folder) {
        return create(folder, " template template strategy file_copy");
    }

    /** A database without any table. */
    static StoreFixture withoutTables(Path folder) {
        return create(folder, "");
    }

    private static StoreFixture create(Path folder, String manner) {
        String database = "store" + COUNT.incrementAndGet();
        sql(SERVER, "postgres", "drop database if exists " + database);
        sql(SERVER, "postgres", "create database " + database + manner);
        StoresOfAClass.add(database);
        return new StoreFixture(folder, database, url(database, SERVER.user(), SERVER.password()));
    }

    /** Ends a database with all sessions that a test has left. */
    static void drop(String database) {
        sql(SERVER, "postgres", "drop database if exists " + database + " with (force)");
    }

    /** Where PostgreSQL is unpacked. */
    static Path programs() throws IOException {
        try (Stream<Path> entries = Files.list(SERVER_FOLDER)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("postgresql-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A database without any table, of a role with a limited number of connections. */
    static StoreFixture ofARoleLimitedTo(int connections, Path folder) {
        StoreFixture store = withoutTables(folder);
        String role = store.database + "_owner";
        store.sql("drop role if exists " + role);
        store.sql("create role %s login password 'few' connection limit %d".formatted(role, connections));
        store.sql("alter database %s owner to %s".formatted(store.database, role));
        return new StoreFixture(folder, store.database, url(store.database, role, "few"));
    }

    /** The same store, as it is reached by another port of this machine. */
    StoreFixture by(int port) {
        return new StoreFixture(folder, database, url.replaceFirst(":[0-9]+/", ":" + port + "/"));
    }

    /** Where the server listens. */
    int port() {
        return ((PGSimpleDataSource) connections()).getPortNumbers()[0];
    }

    /** What names this store, and a data folder beside it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("STREAKLINE_DATABASE_URL", url));
        environment.put("STREAKLINE_DATA", folder.resolve("data").toString());
        return environment;
    }

    private static Map<String, String> environment(EmbeddedDatabase server, String database) {
        return Map.of("STREAKLINE_DATABASE_URL", url(server, database, server.user(), server.password()));
    }

    private static String url(String database, String user, String password) {
        return url(SERVER, database, user, password);
    }

    private static String url(EmbeddedDatabase server, String database, String user, String password) {
        return server.url()
                .replaceFirst("^jdbc:(postgresql://)(.*)/postgres$", "$1%s:%s@$2/%s")
                .formatted(user, password, database);
    }

    /** Runs a command on this store. */
    CommandRun run(String... args) {
        return CommandRun.in(environment(), args);
    }

    /** Runs a command that must succeed. */
    CommandRun done(String... args) {
        CommandRun run = run(args);
        assertThat(run.exitCode()).as("%s: %s", List.of(args), run.err()).isZero();
        return run;
    }

    /** What a command that must succeed prints with {@code --json}. */
    JsonNode json(String... args) {
        return json(done(args));
    }

    /** What a command printed. */
    static JsonNode json(CommandRun run) {
        try {
            return new ObjectMapper().readTree(run.out());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes events in. */
    CommandRun taking(String... events) {
        return run("import", file("events.ndjson", events), "--rejects", rejects(), "--quiet");
    }

    /** A new file of lines. */
    String file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines))
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where rejected lines go. */
    String rejects() {
        return folder.resolve("rejects.ndjson").toString();
    }

    /** Does something in the database, past the program. */
    void sql(String command) {
        sql(SERVER, database, command);
    }

    private static void sql(EmbeddedDatabase server, String database, String command) {
        try (Connection connection = connections(server, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends all other sessions of the database. */
    void endSessions() {
        sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """);
    }

    /** One number from the database. */
    public long number(String query) {
        try (Connection connection = connections().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Of the superuser. */
    public DataSource connections() {
        return connections(SERVER, database);
    }

    private static DataSource connections(EmbeddedDatabase server, String database) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(server.url());
        connections.setDatabaseName(database);
        connections.setUser(server.user());
        connections.setPassword(server.password());
        return connections;
    }

    /** An event: an hour of a film. */
    static String watch(String viewer, String id, String time) {
        return """
                {"specversion":"1.0","id":"%s","source":"s","type":"streakline.watch.v1","subject":"%s","time":"%s",\
                "data":{"title":"film","seconds":3600,"platform":"tv"}}""".formatted(id, viewer, time);
    }

    /** An event: what the film is. */
    static String film(String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"cms","type":"streakline.title.v1","subject":"film",\
                "time":"2026-01-01T00:00:00Z","data":{"kind":"movie","name":"Film","genres":["b","a"],\
                "runtimeSeconds":3600}}""".formatted(id);
    }

    /** Events of one hour each, one a day, for a number of days up to the ninth of May 2026. */
    static String[] days(String viewer, int count) {
        String[] events = new String[count];
        for (int i = 0; i < count; i++) {
            events[i] = watch(
                    viewer,
                    viewer + i,
                    Instant.parse("2026-05-09T20:00:00Z")
                            .minus(i, ChronoUnit.DAYS)
                            .toString());
        }
        return events;
    }
}
