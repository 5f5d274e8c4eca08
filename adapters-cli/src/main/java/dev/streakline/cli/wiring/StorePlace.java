package dev.streakline.cli.wiring;

import dev.streakline.cli.CommandFailed;
import dev.streakline.cli.ExitCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where facts and statistics are kept. */
sealed interface StorePlace {

    /** The variable that names an outside database. */
    String DATABASE_URL = "STREAKLINE_DATABASE_URL";

    /**
     * In a PostgreSQL of ours.
     *
     * @param folder of its data
     */
    record Embedded(Path folder) implements StorePlace {}

    /**
     * In a PostgreSQL of somebody else.
     *
     * @param url for the driver, without a secret
     * @param user absent, the driver's default
     * @param password absent, none
     */
    record Outside(
            String url, @Nullable String user, @Nullable String password) implements StorePlace {
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * The place that the environment names, or the folder that the command line does.
     *
     * @param data the folder on the command line
     * @throws CommandFailed when the environment is wrong or says too little
     */
    static StorePlace of(@Nullable Path data, Map<String, String> environment) {
        String url = environment.getOrDefault(DATABASE_URL, "");
        return url.isBlank() ? new Embedded(folder(data, environment).resolve("database")) : outside(url.strip());
    }

    private static Path folder(@Nullable Path data, Map<String, String> environment) {
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
            throw new CommandFailed(
                    ExitCode.CONFIGURATION, "there is no home directory to keep a store in. Name a folder: --data DIR");
        }
        return Path.of(home, ".local", "share", "streakline");
    }

    /** From {@code postgresql://user:password@host:port/database?options}, or the driver's own {@code jdbc:postgresql:}. */
    private static Outside outside(String url) {
        try {
            URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            boolean isPostgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!isPostgres || uri.getHost() == null) {
                throw wrong("it must begin with postgresql://HOST");
            }
            String[] user = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            if (query.contains("password=")) {
                throw wrong("a password stands before the @, not in the query");
            }
            return new Outside(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    user.length > 0 ? decoded(user[0]) : null,
                    user.length > 1 ? decoded(user[1]) : null);
        } catch (URISyntaxException broken) {
            throw wrong("it is no URL");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Never repeats the URL, which may hold a password. */
    private static CommandFailed wrong(String why) {
        return new CommandFailed(
                ExitCode.CONFIGURATION,
                DATABASE_URL + " is wrong: " + why + ". Example: postgresql://streakline:secret@db.example.org/media");
    }
}
