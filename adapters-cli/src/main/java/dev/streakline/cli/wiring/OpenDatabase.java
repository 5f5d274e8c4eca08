package dev.streakline.cli.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.FirstConnection;
import dev.streakline.persistence.database.LostConnection;
import dev.streakline.persistence.database.MonitoredConnections;
import dev.streakline.persistence.database.ServerConnections;
import dev.streakline.persistence.database.Supervision;
import dev.streakline.persistence.embedded.DatabaseUnavailableException;
import dev.streakline.persistence.embedded.EmbeddedDatabase;
import dev.streakline.persistence.embedded.FreeRoom;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database and the connections to it, until they are closed, at the latest by the end of the process. */
final class OpenDatabase implements AutoCloseable {

    /** How many shards are folded at once. */
    static final int THREADS = Math.min(16, Runtime.getRuntime().availableProcessors());

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Longer than any statement may take: a server that is silent for so long is lost, as when a network is cut. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

    /** For background work. */
    private static final Patience WORK = new Patience(LONGEST_WAIT, LONGEST_SILENCE);

    /** For requests, each of which must be answered within 2 seconds when the database is gone. */
    private static final Patience REQUESTS = new Patience(Duration.ofMillis(1_200), Duration.ofSeconds(15));

    /** How long an idle connection may take to prove that it is alive; another is tried then. */
    private static final Duration LONGEST_SIGN_OF_LIFE = Duration.ofMillis(500);

    private static final Duration LONGEST_LOCK_OF_A_REQUEST = Duration.ofSeconds(3);
    private static final Duration LONGEST_STATEMENT_OF_A_REQUEST = Duration.ofSeconds(10);

    /**
     * For how long connections are waited for.
     *
     * @param patience how long a connection is waited for
     * @param silence of the server, after which it is lost
     */
    private record Patience(Duration patience, Duration silence) {}

    private final Address address;
    private final int free;
    private final ConnectionShare share;
    private final Database database;
    private final ShutdownStack shutdownStack;

    private OpenDatabase(
            Address address, ConnectionShare wanted, Consumer<String> notices, ShutdownStack shutdownStack) {
        this.address = address;
        this.shutdownStack = shutdownStack;
        this.free = isEmbedded() ? Integer.MAX_VALUE : free(address, wanted);
        this.share = wanted.within(free);
        if (!share.equals(wanted)) {
            notices.accept(share.shortage(free));
        }
        this.database = new Database(pool(WORK, share.work())).supervised(address.supervision());
    }

    private static int free(Address address, ConnectionShare wanted) {
        return new FirstConnection(address.connections().apply(LONGEST_WAIT, LONGEST_WAIT), address.shown())
                .free(wanted.fewest().total());
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
     * Starts or joins the embedded server, or connects to the external one.
     *
     * @param wanted how many connections are preferred
     * @throws StoreUnavailableException when that cannot be done, or the external one gives too few connections
     */
    static OpenDatabase at(StoreLocation place, ConnectionShare wanted, Consumer<String> notices) {
        ShutdownStack shutdownStack = ShutdownStack.atTheEndOfTheProcess();
        try {
            return new OpenDatabase(
                    place.match(
                            embedded ->
                                    addressOf(shutdownStack.open(() -> started(embedded, notices), OpenDatabase::left)),
                            OpenDatabase::addressOf),
                    wanted,
                    notices,
                    shutdownStack);
        } catch (RuntimeException failed) {
            shutdownStack.close();
            throw failed;
        }
    }

    private static Address addressOf(EmbeddedDatabase server) {
        FreeRoom room = server.room();
        Runnable requireRoom = () -> {
            if (!room.isEnough()) {
                throw new StoreFullException(room.shortage());
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

    private static Address addressOf(StoreLocation.Outside outside) {
        return new Address(
                outside.toString(),
                (connecting, silence) ->
                        ServerConnections.to(outside.url(), outside.user(), outside.password(), connecting, silence),
                Supervision.NONE,
                () -> null,
                null);
    }

    private static EmbeddedDatabase started(StoreLocation.Embedded embedded, Consumer<String> notices) {
        try {
            return EmbeddedDatabase.open(
                    embedded.folder(), FreeRoom.on(embedded.folder(), embedded.reserve()), notices);
        } catch (DatabaseUnavailableException unavailable) {
            throw new StoreUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    private static void left(EmbeddedDatabase server) {
        try {
            server.close();
        } catch (DatabaseUnavailableException unavailable) {
            throw new StoreUnavailableException(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    private HikariDataSource pool(Patience patience, int connections) {
        return shutdownStack.open(() -> pool(address, patience, connections), HikariDataSource::close);
    }

    private static HikariDataSource pool(Address address, Patience patience, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(address.connections().apply(LONGEST_WAIT, patience.silence()));
        config.setPoolName("streakline");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(patience.patience().toMillis());
        config.setValidationTimeout(LONGEST_SIGN_OF_LIFE.toMillis());
        // It has answered before.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * For commands, whose work is tried again when the connection to an external server was lost.
     *
     * @param longest how long to wait for such a server
     */
    Database forCommands(Duration longest, Consumer<String> notices) {
        if (isEmbedded()) {
            return database;
        }
        DataSource server = address.connections().apply(LONGEST_WAIT, LONGEST_WAIT);
        return database.supervised(
                new Supervision(Supervision.Origin.OUTSIDE, () -> {}, new LostConnection(server, longest, notices)));
    }

    /** For the background work of a service. */
    Database database() {
        return database;
    }

    /** How many shards are folded at once. */
    int threads() {
        return Math.max(1, Math.min(THREADS, share.work() - 1));
    }

    /** The connections that serve and other commands need and get, for people; null where the server is our own. */
    @Nullable
    String connections() {
        ConnectionShare serve = ConnectionShare.OF_SERVE;
        ConnectionShare command = ConnectionShare.OF_A_COMMAND;
        return isEmbedded()
                ? null
                : "the database has " + free + " free; serve uses up to " + serve.total() + " and needs at least "
                        + serve.fewest().total() + ", other commands use up to " + command.total()
                        + " and need at least " + command.fewest().total();
    }

    /** Whether the server gives fewer connections than serve would take. */
    boolean isShortOfConnections() {
        return free < ConnectionShare.OF_SERVE.total();
    }

    /** For requests, over connections of their own, which fail soon when the server does. */
    Database forRequests() {
        HikariDataSource requests = pool(REQUESTS, share.requests());
        DataSource watch = address.connections()
                .apply(MonitoredConnections.LONGEST_CONNECTING, MonitoredConnections.LONGEST_SILENCE);
        MonitoredConnections watched =
                shutdownStack.open(() -> MonitoredConnections.of(requests, watch), MonitoredConnections::close);
        return new Database(watched, LONGEST_LOCK_OF_A_REQUEST, LONGEST_STATEMENT_OF_A_REQUEST)
                .supervised(address.supervision().withoutWaiting());
    }

    /** Why no facts can be accepted now, as far as is known without a query to the database; null when they can. */
    @Nullable
    String lastFailure() {
        String lastFailure = address.trouble().get();
        FreeRoom room = address.room();
        if (lastFailure != null) {
            return "The database cannot be used: " + lastFailure + ".";
        }
        return room == null || room.isEnough()
                ? null
                : "The disk of the database is full (" + room.shortage() + "): no facts are accepted.";
    }

    /** The room on the disk of the database; null when that is another machine's. */
    @Nullable
    FreeRoom room() {
        return address.room();
    }

    /** Opens something that uses it, and is closed before it. */
    <T> T open(Supplier<T> opening, Consumer<T> closing) {
        return shutdownStack.open(opening, closing);
    }

    @Override
    public void close() {
        shutdownStack.close();
    }
}
