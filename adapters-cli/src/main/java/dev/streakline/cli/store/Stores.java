package dev.streakline.cli.store;

import dev.streakline.application.access.Role;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives commands the stores that they work with. */
public interface Stores {

    /** A program whose store is in memory, empty, and lost with the process. */
    CommandContext inMemory();

    /**
     * A program over the persistent store.
     *
     * @param data the folder that the command line names; absent, that of the environment
     * @param notices receives progress messages during a slow start
     * @throws CommandFailedException when the configuration is wrong
     * @throws dev.streakline.application.history.StoreUnavailableException when no database becomes available
     */
    CommandContext stored(@Nullable Path data, Consumer<String> notices);

    /** Whether the store exists; an external database is assumed to. */
    boolean isKept(@Nullable Path data);

    /**
     * The folder that the demo has for its store, which is never the user's own.
     *
     * @param data the folder that the command line names; absent, {@code streakline-demo} beside that of the
     *     environment
     * @throws CommandFailedException when the environment names an outside database, which never has a demo
     */
    Path demoFolder(@Nullable Path data);

    /** Maintenance of the store as a whole; throws as {@link #stored} does. */
    Upkeep upkeep(@Nullable Path data, Consumer<String> notices);

    /**
     * Issues tokens with the secret of the environment or of the data folder, where one is made if there is none.
     *
     * @param notices receives a line when a secret was made
     * @throws CommandFailedException when the secret is invalid, or the service expects tokens from an external issuer
     */
    TokenIssuing tokens(@Nullable Path data, Consumer<String> notices);

    /** Issues tokens. */
    @FunctionalInterface
    interface TokenIssuing {

        /**
         * Issues a token that the service accepts.
         *
         * @param account 1 to 128 characters without control characters
         * @param roles at least one
         * @param life the time until expiry, from a second to 30 days
         */
        IssuedToken issue(String account, Set<Role> roles, Duration life);
    }

    /**
     * A token.
     *
     * @param expiresAt from then on it is refused
     */
    record IssuedToken(String token, Instant expiresAt) {}

    /**
     * Serves the store over HTTP, and keeps its statistics meanwhile, until it is closed or the process ends.
     *
     * @param notices receives a line whenever it takes longer than usual, and when the worker fails or recovers
     * @param log takes a JSON object for every request
     * @throws CommandFailedException when the configuration is wrong, or the address is taken
     * @throws dev.streakline.application.history.StoreUnavailableException when there is no database in the end
     */
    Service serve(@Nullable Path data, ServiceSettings settings, Consumer<String> notices, Consumer<String> log);

    /**
     * How to serve.
     *
     * @param host the address to bind
     * @param port 0 for any that is free
     * @param origins whose pages may call it from a browser
     * @param requestsPerMinute of one credential
     * @param logged which requests have a line in the log
     */
    record ServiceSettings(String host, int port, List<String> origins, int requestsPerMinute, RequestLogging logged) {

        /** The default for one credential. */
        public static final int REQUESTS_PER_MINUTE = 6_000;

        /** Defensive copies. */
        public ServiceSettings {
            origins = List.copyOf(origins);
        }

        /** For callers on this machine alone, with defaults for everything else. */
        public static ServiceSettings local(int port) {
            return new ServiceSettings("127.0.0.1", port, List.of(), REQUESTS_PER_MINUTE, RequestLogging.ALL);
        }

        /** Another program listens there, or the address is none of this machine. */
        public CommandFailedException cannotListen(@Nullable String why) {
            return new CommandFailedException(
                    ExitCode.FAILED,
                    "cannot listen on " + host + " port " + port + ": " + why
                            + ". Choose another address or port; --port 0 takes any free port.");
        }
    }

    /** Which requests have a line in the log. */
    enum RequestLogging {
        /** Every request. */
        ALL("all"),
        /** Requests with a status of 400 or more. */
        ERRORS("errors"),
        /** None. */
        NONE("none");

        private final String code;

        RequestLogging(String code) {
            this.code = code;
        }

        /** As on the command line. */
        @Override
        public String toString() {
            return code;
        }
    }

    /** A service that runs. */
    interface Service extends AutoCloseable {

        /** The address of the service, such as {@code http://127.0.0.1:8080}. */
        String address();

        /** The addresses of the service and of its documentation, for people. */
        default String listening() {
            return "listening on " + address() + ", documented at " + address() + "/docs";
        }

        @Override
        void close();
    }

    /** The state of this machine, a line each, as far as that is known without opening the store. */
    List<Finding> machine(@Nullable Path data);

    /** A store as a whole. */
    interface Upkeep extends AutoCloseable {

        /** The migrations that {@link #migrate} would run, a line each. */
        List<String> pendingMigrations();

        /** Brings the schema up to date. */
        void migrate();

        /** How the store is, a line each, without what {@link Stores#machine} finds. */
        List<Finding> findings();

        @Override
        void close();
    }

    /**
     * The result of one check.
     *
     * @param about such as {@code "server"}
     * @param what the finding, and the remedy if it is not well
     */
    record Finding(StoreState state, String about, String what) {}

    /** Whether a finding is well. */
    enum StoreState {
        /** Nothing is to be done. */
        OK("ok"),
        /** It works, but an action is recommended. */
        WARNING("warning"),
        /** It does not work. */
        FAILED("failed");

        private final String code;

        StoreState(String code) {
            this.code = code;
        }

        /** The name in answers. */
        public String code() {
            return code;
        }
    }
}
