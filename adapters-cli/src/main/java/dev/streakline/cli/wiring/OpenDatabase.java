package dev.streakline.cli.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.streakline.application.history.StoreUnavailable;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.WatchedConnections;
import dev.streakline.persistence.embedded.DatabaseUnavailable;
import dev.streakline.persistence.embedded.EmbeddedDatabase;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    private final Function<Patience, HikariDataSource> pools;
    private final Database database;
    private final Closings closings;

    private OpenDatabase(Function<Patience, HikariDataSource> pools, Closings closings) {
        this.pools = patience -> closings.open(() -> pools.apply(patience), HikariDataSource::close);
        this.database = new Database(this.pools.apply(WORK));
        this.closings = closings;
    }

    /**
     * Starts or joins the embedded server, or connects to the outside one.
     *
     * @throws StoreUnavailable when that cannot be done
     */
    static OpenDatabase at(StorePlace place, Consumer<String> words) {
        Closings closings = Closings.atTheEndOfTheProcess();
        try {
            return new OpenDatabase(pools(place, words, closings), closings);
        } catch (RuntimeException failed) {
            closings.close();
            throw failed;
        }
    }

    private static Function<Patience, HikariDataSource> pools(
            StorePlace place, Consumer<String> words, Closings closings) {
        if (place instanceof StorePlace.Outside outside) {
            return patience -> pool(outside.url(), outside.user(), outside.password(), outside.toString(), patience);
        }
        StorePlace.Embedded embedded = (StorePlace.Embedded) place;
        EmbeddedDatabase server = closings.open(() -> started(embedded, words), OpenDatabase::left);
        return patience -> pool(server.url(), server.user(), server.password(), server.url(), patience);
    }

    private static EmbeddedDatabase started(StorePlace.Embedded embedded, Consumer<String> words) {
        try {
            return EmbeddedDatabase.open(embedded.folder(), words);
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

    private static HikariDataSource pool(
            String url, @Nullable String user, @Nullable String password, String shown, Patience patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("streakline");
        config.setMaximumPoolSize(patience.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(patience.patience().toMillis());
        config.setValidationTimeout(LONGEST_SIGN_OF_LIFE.toMillis());
        config.addDataSourceProperty("ApplicationName", "streakline");
        // As texts: the driver does not see numbers. A server that takes connections and never answers is given up as
        // well.
        String wait = String.valueOf(LONGEST_WAIT.toSeconds());
        config.addDataSourceProperty("connectTimeout", wait);
        config.addDataSourceProperty("loginTimeout", wait);
        config.addDataSourceProperty(
                "socketTimeout", String.valueOf(patience.silence().toSeconds()));
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failed) {
            throw new StoreUnavailable(
                    "Cannot connect to " + shown + ": " + why(failed)
                            + ". Check that it runs, the user and the password, then run this again.",
                    failed);
        }
    }

    Database database() {
        return database;
    }

    /** The same for requests, over connections of their own, which fail soon when the server does. */
    Database forRequests() {
        HikariDataSource requests = pools.apply(REQUESTS);
        return new Database(
                closings.open(
                        () -> WatchedConnections.of(
                                requests, requests.getJdbcUrl(), requests.getUsername(), requests.getPassword()),
                        WatchedConnections::close),
                LONGEST_LOCK_OF_A_REQUEST,
                LONGEST_STATEMENT_OF_A_REQUEST);
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
