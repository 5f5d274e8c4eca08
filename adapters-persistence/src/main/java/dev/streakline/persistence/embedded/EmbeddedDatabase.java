package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of Streakline's own, in a folder. Every process that uses it holds it open; the last one to close
 * it stops it. What was committed is on the disk, whichever process is killed. A process that may end by a signal closes
 * it in a shutdown hook; where it does not, the server runs on until the next process adopts it.
 *
 * <p>Example: {@code try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of("data"), err::println)) { … }} says
 * "unpacking PostgreSQL 18.6" and "making a new database in /home/ann/data" the first time, and nothing later.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final ServerFolder folder;
    private final Server server;
    private final int port;
    private final String password;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedDatabase(ServerFolder folder, Server server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, or joins those who use it already. May be called several times, also for the same folder; each
     * call wants a {@link #close()}.
     *
     * @param path the folder; it is created where there is none, for nobody but its owner
     * @param words takes a line whenever it takes longer than usual
     * @throws DatabaseUnavailable when there is no server in the end
     */
    public static EmbeddedDatabase open(Path path, Consumer<String> words) {
        PostgresBinaries binaries = PostgresBinaries.forThisMachine();
        try {
            ServerFolder folder = ServerFolder.at(path);
            return Tenants.of(folder).enter(() -> running(binaries, folder, words));
        } catch (ClosedByInterruptException interrupted) {
            throw DatabaseUnavailable.interrupted(path, interrupted);
        } catch (IOException failed) {
            throw DatabaseUnavailable.unusable(path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw DatabaseUnavailable.interrupted(path, interrupted);
        }
    }

    private static EmbeddedDatabase running(PostgresBinaries binaries, ServerFolder folder, Consumer<String> words)
            throws IOException, InterruptedException {
        binaries.unpackTo(folder.binaries(), words);
        Programs programs = Programs.in(folder.binaries());
        String password = new Cluster(folder, programs).make(words);
        Server server = new Server(folder, programs, password);
        return new EmbeddedDatabase(folder, server, server.run(words), password);
    }

    /** Where the database is, for the driver: {@code jdbc:postgresql://127.0.0.1:40123/postgres}. No secrets. */
    public String url() {
        return Server.url(port);
    }

    /** The superuser. */
    public String user() {
        return Cluster.SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /**
     * Leaves the server, and stops it when nobody else uses it; once, however often it is called. An interrupted thread
     * leaves in order, too.
     *
     * @throws DatabaseUnavailable when the server does not stop
     */
    @Override
    public void close() {
        if (left.getAndSet(true)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            Tenants.of(folder).leave(server::stop);
        } catch (IOException failed) {
            throw DatabaseUnavailable.unusable(folder.path(), failed);
        } catch (InterruptedException again) {
            interrupted = true;
            throw DatabaseUnavailable.interrupted(folder.path(), again);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
