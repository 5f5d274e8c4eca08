package dev.streakline.cli.wiring;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import dev.streakline.persistence.embedded.FreeRoom;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The location of facts and statistics. */
sealed interface StoreLocation {

    /** The variable that sets how much room stays free on the disk of a PostgreSQL of ours, in MB. */
    String FREE_ROOM = "STREAKLINE_FREE_ROOM";

    /** The result of the case that applies. */
    <R> R match(Function<? super Embedded, ? extends R> embedded, Function<? super Outside, ? extends R> outside);

    /** The embedded store; empty for an outside one. */
    default Optional<Embedded> embedded() {
        return match(Optional::of, outside -> Optional.empty());
    }

    /** The variable that names an outside database. */
    String DATABASE_URL = "STREAKLINE_DATABASE_URL";

    /**
     * In a PostgreSQL of ours.
     *
     * @param folder of its data
     * @param reserve bytes that stay free on its disk beside those that PostgreSQL needs
     */
    record Embedded(Path folder, long reserve) implements StoreLocation {

        @Override
        public <R> R match(
                Function<? super Embedded, ? extends R> embedded, Function<? super Outside, ? extends R> outside) {
            return embedded.apply(this);
        }
    }

    /**
     * In an external PostgreSQL.
     *
     * @param address hosts, ports and database, such as {@code db.example.org:5432/media}
     * @param options for the driver, such as {@code ?sslmode=require}, or empty; they may contain a secret
     * @param user absent, the driver's default
     * @param password absent, none
     */
    record Outside(
            String address,
            String options,
            @Nullable String user,
            @Nullable String password) implements StoreLocation {

        @Override
        public <R> R match(
                Function<? super Embedded, ? extends R> embedded, Function<? super Outside, ? extends R> outside) {
            return outside.apply(this);
        }

        /** For the driver. */
        String url() {
            return "jdbc:postgresql://" + address + options;
        }

        /** For people: no secret is in it. */
        @Override
        public String toString() {
            return "postgresql://" + address;
        }
    }

    /**
     * The location that the environment or the command line names.
     *
     * @param data the folder on the command line
     * @throws CommandFailedException when the environment is wrong or incomplete, or names another location than the
     *     command line
     */
    static StoreLocation of(@Nullable Path data, Map<String, String> environment) {
        String url = environment.getOrDefault(DATABASE_URL, "");
        if (url.isBlank()) {
            return new Embedded(folder(data, environment).resolve("database"), reserve(environment));
        }
        if (data != null) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    "--data names a folder, but " + DATABASE_URL + " names a database. Omit --data, or unset "
                            + DATABASE_URL + ".");
        }
        return DatabaseUrl.read(url.strip());
    }

    private static long reserve(Map<String, String> environment) {
        String megabytes = environment.getOrDefault(FREE_ROOM, "").strip();
        if (megabytes.isEmpty()) {
            return FreeRoom.RESERVE;
        }
        if (!megabytes.matches("\\d{1,9}")) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    FREE_ROOM + " must be a whole number of MB, 0 or more, such as 64, but is '" + megabytes + "'.");
        }
        return Long.parseLong(megabytes) * 1_000_000;
    }

    /**
     * The data folder, which may be there or not.
     *
     * @param data the folder on the command line
     * @throws CommandFailedException when its location is not given
     */
    static Path folder(@Nullable Path data, Map<String, String> environment) {
        if (data != null) {
            return data;
        }
        String named = environment.getOrDefault("STREAKLINE_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg, "streakline");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        if (home.isBlank()) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION, "there is no home directory for the store. Name a folder: --data DIR");
        }
        return Path.of(home, ".local", "share", "streakline");
    }

    /**
     * The folder of the demo, which may be there or not.
     *
     * @param data the folder on the command line
     * @throws CommandFailedException when the environment names an outside database, or the location of the data folder
     *     is not given
     */
    static Path demoFolder(@Nullable Path data, Map<String, String> environment) {
        if (!environment.getOrDefault(DATABASE_URL, "").isBlank()) {
            throw new CommandFailedException(
                    ExitCode.CONFIGURATION,
                    DATABASE_URL
                            + " names a database, and the demo uses a folder of its own. Run it without: env -u "
                            + DATABASE_URL + " streakline demo");
        }
        return data == null ? folder(null, environment).resolveSibling("streakline-demo") : data;
    }
}
