package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streakline's own PostgreSQL server, in a folder. Every process that uses it has it open, and the last one to close it
 * stops it. If the server ends before that, every process that uses it starts it again, or joins the one that another
 * process has started. Committed data is on the disk, whichever process is killed. A process that can end by a signal
 * closes it in a shutdown hook; otherwise the server runs on until the next process adopts it.
 *
 * <p>Example: {@code try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of("data"), err::println)) { … }}
 * prints "unpacking PostgreSQL 18.6" and "making a new database in /home/ann/data" the first time, and nothing later.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final int LAST_LINES = 5;
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

    private final PostgresBinaries binaries;
    private final ServerUsers users;
    private final Path path;
    private final String password;
    private final FreeRoom room;
    private volatile Server.Running running;
    private final Keeper keeper;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedDatabase(
            PostgresBinaries binaries, ServerUsers users, Opened opened, FreeRoom room, Consumer<String> words) {
        this.binaries = binaries;
        this.users = users;
        this.path = opened.path();
        this.password = opened.password();
        this.running = opened.running();
        this.room = room;
        this.keeper = Keeper.of(new Caring(), room, words);
    }

    private record Opened(Path path, String password, Server.Running running) {}

    /**
     * As {@link #open(Path, FreeRoom, Consumer)}, with the usual reserve of free room.
     *
     * @throws DatabaseUnavailableException when there is no server in the end
     */
    public static EmbeddedDatabase open(Path path, Consumer<String> words) {
        return open(path, FreeRoom.on(path, FreeRoom.RESERVE), words);
    }

    /**
     * Starts the server, or joins the processes that use it already. Can be called several times, also for the same
     * folder; each call needs a {@link #close()}.
     *
     * @param path the folder; it is created where there is none, for its owner only
     * @param room on the disk of the folder
     * @param words receives a line when opening takes longer than usual, and when the server ends and is back; from
     *     another thread as well
     * @throws DatabaseUnavailableException when there is no server in the end
     */
    public static EmbeddedDatabase open(Path path, FreeRoom room, Consumer<String> words) {
        PostgresBinaries binaries = PostgresBinaries.forThisMachine();
        return DatabaseUnavailableException.unless(path, given -> {
            ServerFolder folder = ServerFolder.at(given);
            ServerUsers users = ServerUsers.of(folder);
            Opened opened = users.enter(folder, present -> {
                present.refuseAnotherOwner();
                binaries.unpackTo(present.binaries(), words);
                Programs programs = Programs.in(present.binaries());
                String password = new Cluster(present, programs).make(words);
                Server server = new Server(present, programs, password, users);
                return new Opened(present.path(), password, server.run(words));
            });
            return new EmbeddedDatabase(binaries, users, opened, room, words);
        });
    }

    private Server server(ServerFolder folder) throws IOException, InterruptedException {
        binaries.unpackTo(folder.binaries(), word -> {});
        return new Server(folder, Programs.in(folder.binaries()), password, users);
    }

    private final class Caring implements Keeper.Care {
        private Deadline nextProbe = Deadline.in(Duration.ZERO);

        /** A server that cannot be seen must accept a connection, once a second. */
        @Override
        public boolean isThere() throws IOException {
            Server.Running last = running;
            Optional<Server.Running> now = seen();
            if (last.process() != 0 || now.isPresent()) {
                return now.isPresent() && now.get().equals(last);
            }
            if (!nextProbe.isOver()) {
                return true;
            }
            nextProbe = Deadline.in(BETWEEN_PROBES);
            return isReady();
        }

        /** The server as it is seen. A folder that is moved during a look is looked at again where it is then. */
        private Optional<Server.Running> seen() throws IOException {
            ServerFolder folder = users.folder();
            Optional<Server.Running> found = Server.seen(folder);
            ServerFolder present = users.folder();
            return found.isEmpty() && !present.equals(folder) ? Server.seen(present) : found;
        }

        @Override
        public void bringBack() {
            running = DatabaseUnavailableException.unless(
                    path, unused -> users.again(folder -> server(folder).run(word -> {})));
        }

        @Override
        public String lastWords() throws IOException {
            ServerLog log = new ServerLog(users.folder().log());
            return log.givesReason() ? log.end(LAST_LINES) : "";
        }
    }

    private boolean isReady() {
        return ServerProbe.of(running.port(), password) == ServerProbe.READY;
    }

    /** The present address of the database, for the driver: {@code jdbc:postgresql://127.0.0.1:40123/postgres}. No secrets. */
    public String url() {
        return running.url();
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
     * Connections to the server, on its present port each time. While the server is away they fail at once.
     *
     * @param longestConnecting after which a connection that is being made fails
     * @param longestSilence of the server, after which a connection fails; both in whole seconds, at least one
     */
    public DataSource connections(Duration longestConnecting, Duration longestSilence) {
        return new PresentConnections(this, longestConnecting, longestSilence);
    }

    /** Why the server is away, for people, as the beginning of a sentence without its capital; null when it is there. */
    public @Nullable String trouble() {
        return keeper.trouble();
    }

    /** The room on the disk of the folder. */
    public FreeRoom room() {
        return room;
    }

    /**
     * Waits until a lost server is back and accepts connections, as long as it takes.
     *
     * @return false when it is not there: the disk is full, this is closed or the thread is interrupted
     */
    public boolean awaitServer() {
        while (keeper.awaitServer()) {
            if (isReady()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Leaves the server, and stops it when no other process uses it. Later calls do nothing. An interrupted thread
     * leaves in order, too.
     *
     * @throws DatabaseUnavailableException when the server does not stop
     */
    @Override
    public void close() {
        if (!left.getAndSet(true)) {
            DatabaseUnavailableException.unless(
                    path,
                    given -> Work.uninterrupted(given, unused -> {
                        keeper.close();
                        users.leave(folder -> server(folder).stop());
                        return given;
                    }));
        }
    }
}
