package dev.streakline.benchmarks.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.streakline.persistence.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server in a temporary folder, which goes when it is closed. */
final class BenchServer implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final Path folder;
    private final EmbeddedDatabase server;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private BenchServer(Path folder, EmbeddedDatabase server) {
        this.folder = folder;
        this.server = server;
    }

    static BenchServer start() throws IOException {
        Path folder = Files.createTempDirectory("streakline-bench");
        EmbeddedDatabase server = EmbeddedDatabase.open(folder.resolve("data"), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new BenchServer(folder, server);
    }

    /** A new database with today's schema. */
    BenchDatabase create(String name) {
        BenchDatabase admin = new BenchDatabase(pool("postgres", 1));
        admin.execute("create database " + name);
        BenchDatabase created = open(name, CONNECTIONS);
        created.database().migrate();
        return created;
    }

    /** An existing database, over a given number of connections of its own. */
    BenchDatabase open(String name, int connections) {
        return new BenchDatabase(pool(name, connections));
    }

    /** For files; it goes with the server. */
    Path folder() {
        return folder;
    }

    private HikariDataSource pool(String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url().replaceFirst("/postgres$", "/" + name));
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
