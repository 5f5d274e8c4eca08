package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of Streakline's own, in a folder. Every process that uses it has it open; the last one to close it
 * stops it. When it ends before that, every process that uses it starts it again, or joins the one that another has
 * started. What was committed is on the disk, whichever process is killed. A process that may end by a signal closes it in
 * a shutdown hook; where it does not, the server runs on until the next process adopts it.
 *
 * <p>Example: {@code try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of("data"), err::println)) { … }} says
 * "unpacking PostgreSQL 18.6" and "making a new database in /home/ann/data" the first time, and nothing later.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final int LAST_LINES = 5;
    private static final Duration LONGEST_AGE_OF_AN_ANSWER = Duration.ofSeconds(1);

    private final PostgresBinaries binaries;
    private final Tenants tenants;
    private final Path path;
    private final String password;
    private final FreeRoom room;
    private volatile Server.Running running;
    /** Of the keeper, which alone uses it. */
    private Deadline nextQuestion = Deadline.in(Duration.ZERO);

    private final Keeper keeper;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedDatabase(
            PostgresBinaries binaries,
            Tenants tenants,
            Path path,
            String password,
            Server.Running running,
            FreeRoom room,
            Consumer<String> notices) {
        this.binaries = binaries;
        this.tenants = tenants;
        this.path = path;
        this.password = password;
        this.room = room;
        this.running = running;
        this.keeper = Keeper.of(new Caring(), room, notices);
    }

    /**
     * As {@link #open(Path, FreeRoom, Consumer)}, with the usual reserve of free room.
     *
     * @throws DatabaseUnavailable when there is no server in the end
     */
    public static EmbeddedDatabase open(Path path, Consumer<String> notices) {
        return open(path, FreeRoom.on(path, FreeRoom.RESERVE), notices);
    }

    /**
     * Starts the server, or joins those who use it already. May be called several times, also for the same folder; each
     * call wants a {@link #close()}.
     *
     * @param path the folder; it is created where there is none, for nobody but its owner
     * @param room on the disk of the folder
     * @param notices takes a line when opening takes longer than usual, and when the server ends and is back; from another
     *     thread as well
     * @throws DatabaseUnavailable when there is no server in the end
     */
    public static EmbeddedDatabase open(Path path, FreeRoom room, Consumer<String> notices) {
        PostgresBinaries binaries = PostgresBinaries.forThisMachine();
        try {
            ServerFolder folder = ServerFolder.at(path);
            Tenants tenants = Tenants.of(folder);
            Opened opened = tenants.enter(folder, same -> {
                folder.refuseAnotherOwner();
                binaries.unpackTo(folder.binaries(), notices);
                Programs programs = Programs.in(folder.binaries());
                String password = new Cluster(folder, programs).make(notices);
                return new Opened(password, new Server(folder, programs, password, tenants).run(notices));
            });
            return new EmbeddedDatabase(
                    binaries, tenants, folder.path(), opened.password(), opened.running(), room, notices);
        } catch (ClosedByInterruptException interrupted) {
            throw DatabaseUnavailable.interrupted(path, interrupted);
        } catch (IOException failed) {
            throw DatabaseUnavailable.unusable(path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw DatabaseUnavailable.interrupted(path, interrupted);
        }
    }

    private record Opened(String password, Server.Running running) {}

    private Server server(ServerFolder folder) throws IOException, InterruptedException {
        binaries.unpackTo(folder.binaries(), word -> {});
        return new Server(folder, Programs.in(folder.binaries()), password, tenants);
    }

    /** What the keeper does. */
    private final class Caring implements Keeper.Care {

        @Override
        public boolean isThere() throws IOException {
            Server.Running last = running;
            Optional<Server.Running> now = Server.seen(tenants.folder());
            if (last.process() == 0 && now.isEmpty()) {
                return answers(last);
            }
            return now.isPresent() && now.get().equals(last);
        }

        /** One that cannot be seen must answer, once a second. */
        private boolean answers(Server.Running unseen) {
            if (!nextQuestion.isOver()) {
                return true;
            }
            nextQuestion = Deadline.in(LONGEST_AGE_OF_AN_ANSWER);
            return Answer.of(unseen.url(), password) == Answer.READY;
        }

        @Override
        public void bringBack() throws IOException, InterruptedException {
            running = tenants.again(folder -> server(folder).run(word -> {}));
        }

        @Override
        public String lastWords() throws IOException {
            ServerLog log = new ServerLog(tenants.folder().log());
            return log.givesReason() ? log.end(LAST_LINES) : "";
        }

        @Override
        public DatabaseUnavailable unusable(IOException failed) {
            return DatabaseUnavailable.unusable(path, failed);
        }
    }

    /** Where the database is now, for the driver: {@code jdbc:postgresql://127.0.0.1:40123/postgres}. No secrets. */
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
     * Connections to the server, wherever it is when each is made. While it is away they fail at once.
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
     * Waits until the server is there and answers, after it was lost; as long as it takes.
     *
     * @return false when it is not there: the disk is full, this is closed or the thread is interrupted
     */
    public boolean awaitServer() {
        while (keeper.awaitServer()) {
            if (Answer.of(url(), password) == Answer.READY) {
                return true;
            }
        }
        return false;
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
            keeper.close();
            tenants.leave(folder -> server(folder).stop());
        } catch (IOException failed) {
            throw DatabaseUnavailable.unusable(path, failed);
        } catch (InterruptedException again) {
            interrupted = true;
            throw DatabaseUnavailable.interrupted(path, again);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
