package dev.streakline.benchmarks.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** The time that PostgreSQL itself needs to return the input of a fold, and to store its output. */
final class Limits {

    private static final int SHARDS = 16;
    /** The columns and the condition of the store's own copy. */
    private static final String FACTS = """
            copy (select viewer_key, type, at, day, title_key, seconds, range_first, range_last, completed,
                    channel_key, session, kind, bits
                from fact where shard = %d and type in (1, 2) and not withdrawn)
            to stdout (format binary)
            """;

    private static final List<String> RESULTS =
            List.of("viewer_statistics", "viewer_channel", "announcement", "standings");

    private final BenchDatabase database;

    Limits(BenchDatabase database) {
        this.database = database;
    }

    /** Copies out every fact, shard by shard, on a given number of connections. */
    void copyOut(int connections) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread reader = new Thread(() -> database.on(connection -> {
                for (int shard = next.getAndIncrement(); shard < SHARDS; shard = next.getAndIncrement()) {
                    bytes.addAndGet(copyOut(connection, shard));
                }
                return true;
            }));
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            join(reader);
        }
        if (bytes.get() == 0) {
            throw new IllegalStateException("there was nothing to copy out");
        }
    }

    private static long copyOut(Connection connection, int shard) throws SQLException {
        CopyOut copy = copies(connection).copyOut(String.format(FACTS, shard));
        long bytes = 0;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            bytes += message.length;
        }
        return bytes;
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Puts the results of a fold, sorted by key, into files. */
    void takeResults(Path folder) {
        for (String table : RESULTS) {
            database.on(connection -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)))) {
                    String query = "copy (select * from " + table + " order by 1, 2) to stdout (format binary)";
                    copies(connection).copyOut(query, out);
                    return database.execute("create table limit_of_" + table + " (like " + table + " including all)");
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    /** Copies the results into empty tables with the same indexes. */
    void copyIn(Path folder) {
        for (String table : RESULTS) {
            database.on(connection -> {
                database.execute("truncate limit_of_" + table);
                try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(table)))) {
                    return copies(connection).copyIn("copy limit_of_" + table + " from stdin (format binary)", in);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
