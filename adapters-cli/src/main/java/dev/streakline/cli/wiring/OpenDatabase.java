package dev.streakline.cli.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.streakline.application.history.StoreFull;
import dev.streakline.application.history.StoreUnavailable;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Supervision;
import dev.streakline.persistence.database.WatchedConnections;
import dev.streakline.persistence.embedded.DatabaseUnavailable;
import dev.streakline.persistence.embedded.EmbeddedDatabase;
import dev.streakline.persistence.embedded.FreeRoom;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and the connections to it, until they are closed, at the latest by the end of the process. */
final class OpenDatabase implements AutoCloseable {

    /** How many shards are folded at once. */
    static final int THREADS = Math.min(16, Runtime.getRuntime().availableProcessors());

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Longer than any statement may take: a server that says nothing for so long is lost, as when a network is cut. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    /** For work that nobody waits for at a keyboard or a browser. */
    private static final Patience WORK = new Patience(THREADS + 2, LONGEST_WAIT, LONGEST_SILENCE);

    /** For requests, of which each is to be answered within 2 seconds when the database is gone. */
    private static final Patience REQUESTS = new Patience(16, Duration.ofMillis(1_200), Duration.ofSeconds(15));

    /** How long a connection that has rested may take to say that it lives; another is tried then. */
    private static final Duration LONGEST_SIGN_OF_LIFE = Duration.ofMillis(500);

    private static final Duration LONGEST_LOCK_OF_A_REQUEST = Duration.ofSeconds(3);
    private static final Duration LONGEST_STATEMENT_OF_A_REQUEST = Duration.ofSeconds(10);

    /**
     * How many connections there are, and for how long they are waited for.
     *
     * @param connections at most
     * @param patience how long a connection is waited for
     * @param silence of the server, after which it is lost
     */
    private record Patience(int connections, Duration patience, Duration silence) {}

    private final Address address;
    private final HikariDataSource work;
    private final int free;
    private final Database database;
    private final Closings closings;

    private OpenDatabase(Address address, Closings closings) {
        this.address = address;
        this.closings = closings;
        this.work = pool(WORK);
        this.database = new Database(work).supervised(address.supervision());
        // Asked now, for nothing else of this process is connected yet.
        this.free = isEmbedded() ? Integer.MAX_VALUE : ConnectionShare.free(database);
    }

    private boolean isEmbedded() {
        return address.supervision().origin() == Supervision.Origin.EMBEDDED;
    }

    /**
     * How the database is reached.
     *
     * @param shown for people, without secrets
     * @param connections not pooled: they take so long at most to be made, and their server is silent for so long at most
     */
    private record Address(
            String shown,
            BiFunction<Duration, Duration, DataSource> connections,
            Supervision supervision,
            Supplier<@Nullable String> trouble,
            @Nullable FreeRoom room) {}

    /**
     * Starts or joins the embedded server, or connects to the outside one.
     *
     * @throws StoreUnavailable when that cannot be done
     */
    static OpenDatabase at(StorePlace place, Consumer<String> words) {
        Closings closings = Closings.atTheEndOfTheProcess();
        try {
            return new OpenDatabase(
                    place instanceof StorePlace.Embedded embedded
                            ? addressOf(closings.open(() -> started(embedded, words), OpenDatabase::left))
                            : addressOf((StorePlace.Outside) place),
                    closings);
        } catch (RuntimeException failed) {
            closings.close();
            throw failed;
        }
    }

    private static Address addressOf(EmbeddedDatabase server) {
        FreeRoom room = server.room();
        Runnable requireRoom = () -> {
            if (!room.isEnough()) {
                throw new StoreFull(room.shortage());
            }
        };
        Supervision supervision = new Supervision(Supervision.Origin.EMBEDDED, requireRoom, () -> {
            boolean isBack = server.awaitServer();
            if (!isBack && server.trouble() != null) {
                requireRoom.run();
            }
            return isBack;
        });
        return new Address(server.url(), server::connections, supervision, server::trouble, room);
    }

    private static Address addressOf(StorePlace.Outside outside) {
        return new Address(
                outside.toString(),
                (connecting, silence) -> {
                    PGSimpleDataSource server = new PGSimpleDataSource();
                    server.setUrl(outside.url());
                    server.setUser(outside.user());
                    server.setPassword(outside.password());
                    server.setApplicationName("streakline");
                    server.setConnectTimeout((int) connecting.toSeconds());
                    server.setLoginTimeout((int) connecting.toSeconds());
                    server.setSocketTimeout((int) silence.toSeconds());
                    return server;
                },
                Supervision.NONE,
                () -> null,
                null);
    }

    private static EmbeddedDatabase started(StorePlace.Embedded embedded, Consumer<String> words) {
        try {
            return EmbeddedDatabase.open(embedded.folder(), FreeRoom.on(embedded.folder(), embedded.reserve()), words);
        } catch (DatabaseUnavailable unavailable) {
            throw new StoreUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    private static void left(EmbeddedDatabase server) {
        try {
            server.close();
        } catch (DatabaseUnavailable unavailable) {
            throw new StoreUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    /** What is below all that was made of it. */
    static Throwable rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What the driver says, and the reason below it, such as the name of a host that nobody knows. */
    private static String why(HikariPool.PoolInitializationException failed) {
        Throwable said = failed.getCause() == null ? failed : failed.getCause();
        Throwable reason = rootOf(said);
        String words = String.valueOf(said.getMessage()).replaceAll("\\.+$", "");
        if (reason == said) {
            return words;
        }
        String name = reason instanceof UnknownHostException ? "nobody knows the host " : "";
        return words + " (" + name + reason.getMessage() + ")";
    }

    private HikariDataSource pool(Patience patience) {
        return closings.open(() -> pool(address, patience), HikariDataSource::close);
    }

    private static HikariDataSource pool(Address address, Patience patience) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.connections().apply(LONGEST_WAIT, patience.silence()));
        config.setPoolName("streakline");
        config.setMaximumPoolSize(patience.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(patience.patience().toMillis());
        config.setValidationTimeout(LONGEST_SIGN_OF_LIFE.toMillis());
        if (address.supervision().origin() == Supervision.Origin.EMBEDDED) {
            // It has answered, and comes back when it is lost.
            config.setInitializationFailTimeout(-1);
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failed) {
            throw new StoreUnavailable(
                    "Cannot connect to " + address.shown() + ": " + why(failed)
                            + ". Check that it runs, the user and the password, then run this again.",
                    failed);
        }
    }

    /** For commands, whose work is tried again when the connection to a server of somebody else was lost. */
    Database forCommands(Consumer<String> words) {
        if (isEmbedded()) {
            return database;
        }
        share(new ConnectionShare(WORK.connections(), 0), words);
        DataSource server = address.connections().apply(LONGEST_WAIT, LONGEST_WAIT);
        return database.supervised(
                new Supervision(Supervision.Origin.OUTSIDE, () -> {}, new LostConnection(server, words)));
    }

    /** For the work that a service does beside its requests. */
    Database database() {
        return database;
    }

    /** How many shards are folded at once. */
    int threads() {
        return Math.max(1, Math.min(THREADS, work.getMaximumPoolSize() - 1));
    }

    /** What serve and other commands take of connections and get, for people; null where the server is our own. */
    @Nullable
    String connections() {
        if (isEmbedded()) {
            return null;
        }
        ConnectionShare serving = new ConnectionShare(WORK.connections(), REQUESTS.connections());
        return "the database gives " + free + "; serve takes up to " + serving.total() + " and at least "
                + serving.fewest().total() + ", another command up to " + WORK.connections() + " and at least "
                + new ConnectionShare(WORK.connections(), 0).fewest().total();
    }

    /** Whether the server gives fewer connections than serve would take. */
    boolean isShortOfConnections() {
        return free < new ConnectionShare(WORK.connections(), REQUESTS.connections()).total();
    }

    /** Takes as many connections as the server gives, and says so when that is fewer than would be good. */
    private ConnectionShare share(ConnectionShare wanted, Consumer<String> words) {
        ConnectionShare share = wanted.within(free);
        if (!share.equals(wanted)) {
            words.accept(
                    "the database gives " + free + " connections where up to " + wanted.total()
                            + " would be used: folds have " + share.work() + " and requests " + share.requests()
                            + " of them, and wait for each other. Allow more: ALTER ROLE … CONNECTION LIMIT, or max_connections.");
        }
        work.setMaximumPoolSize(share.work());
        return share;
    }

    /** For requests, over connections of their own, which fail soon when the server does. */
    Database forRequests(Consumer<String> words) {
        ConnectionShare share = share(new ConnectionShare(WORK.connections(), REQUESTS.connections()), words);
        HikariDataSource requests = pool(new Patience(share.requests(), REQUESTS.patience(), REQUESTS.silence()));
        DataSource watch =
                address.connections().apply(WatchedConnections.LONGEST_CONNECTING, WatchedConnections.LONGEST_SILENCE);
        WatchedConnections watched =
                closings.open(() -> WatchedConnections.of(requests, watch), WatchedConnections::close);
        return new Database(watched, LONGEST_LOCK_OF_A_REQUEST, LONGEST_STATEMENT_OF_A_REQUEST)
                .supervised(address.supervision().withoutWaiting());
    }

    /** Why no facts can be taken in now, as far as is known without a question to the database; null when they can. */
    @Nullable
    String trouble() {
        String trouble = address.trouble().get();
        FreeRoom room = address.room();
        if (trouble != null) {
            return "The database cannot be used: " + trouble + ".";
        }
        return room == null || room.isEnough()
                ? null
                : "The disk of the database is full (" + room.shortage() + "): no facts are taken in.";
    }

    /** The room on the disk of the database; null when that is another machine's. */
    @Nullable
    FreeRoom room() {
        return address.room();
    }

    /** Opens something that lives on it, and is closed before it. */
    <T> T open(Supplier<T> opening, Consumer<T> closing) {
        return closings.open(opening, closing);
    }

    @Override
    public void close() {
        closings.close();
    }
}
