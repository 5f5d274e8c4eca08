package dev.streakline.benchmarks.store;

import dev.streakline.persistence.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Scanner;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A database of the benchmark: as the store has it, and for statements of our own. */
final class BenchDatabase {

    private static final long MILLIS_PER_TICK = 10;

    private final DataSource connections;
    private final Database database;

    BenchDatabase(DataSource connections) {
        this.connections = connections;
        this.database = new Database(connections);
    }

    Database database() {
        return database;
    }

    /** Work on a connection that finds our tables by their names. */
    @FunctionalInterface
    interface BenchWork<R> {
        R with(Connection connection) throws SQLException;
    }

    <R> R on(BenchWork<R> work) {
        try (Connection connection = connections.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path to streakline");
                return work.with(connection);
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("reset all");
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean execute(String... commands) {
        return on(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
                return true;
            }
        });
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    String text(String query) {
        return on(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(query)) {
                answer.next();
                return answer.getString(1);
            }
        });
    }

    /**
     * The cost of one piece of work.
     *
     * @param cpuSeconds of this process and of the server's; on a busy machine it is more reliable than elapsed time
     */
    record Cost(double seconds, double cpuSeconds, long walBytes, long viewersWritten) {}

    /** Does the work and returns its cost. */
    Cost costOf(Runnable work) {
        long wal = number("select pg_current_wal_lsn() - '0/0'");
        long transaction = number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        Duration cpu = cpu();
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Cost(
                seconds,
                cpu().minus(cpu).toMillis() / 1e3,
                number("select pg_current_wal_lsn() - '0/0'") - wal,
                number("select count(*) from viewer_statistics where xmin::text::bigint >= " + transaction));
    }

    private Duration cpu() {
        ProcessHandle server = ProcessHandle.of(number("select pg_backend_pid()"))
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        return Stream.concat(Stream.of(ProcessHandle.current()), server.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(cpuOfEndedChildren(server), Duration::plus);
    }

    /** Processes of the server come and go; those that have ended are counted with it, where Linux reports them. */
    private static Duration cpuOfEndedChildren(ProcessHandle server) {
        Path status = Path.of("/proc", String.valueOf(server.pid()), "stat");
        try (Scanner fields = new Scanner(Files.exists(status) ? Files.readString(status) : "")) {
            // After the name in parentheses, the 14th and 15th field: user and system time of reaped children.
            fields.useDelimiter("\\s+");
            while (fields.hasNext() && !fields.next().endsWith(")")) {}
            for (int field = 0; field < 13 && fields.hasNext(); field++) {
                fields.next();
            }
            long ticks = fields.hasNextLong() ? fields.nextLong() + fields.nextLong() : 0;
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
