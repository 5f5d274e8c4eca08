package dev.streakline.cli.wiring;

import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.cli.terminal.ExitCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/database?options} and the driver's own {@code jdbc:postgresql:},
 * where user and password may also be among the options. Parsed by hand, because {@code java.net.URI} accepts no host
 * with an underscore, as containers have them, and no list of hosts.
 */
final class DatabaseUrl {

    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?";
    private static final Pattern SHAPE = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<login>[^/?#]*)@)?"
            + "(?<hosts>" + HOST + "(?:," + HOST + ")*)"
            + "(?<database>/[^?#/\\p{Cntrl}]*)?"
            + "(?:\\?(?<options>[^#\\p{Cntrl}]*))?");
    private static final Pattern PORT = Pattern.compile("(?<=[^:]:)[0-9]+(?=,|$)");
    private static final int LAST_PORT = 65_535;

    private final List<String> options = new ArrayList<>();
    private @Nullable String user;
    private @Nullable String password;

    private DatabaseUrl() {}

    /**
     * The database that a URL names.
     *
     * @throws CommandFailedException when it is wrong; the message never repeats it, because it may contain a password
     */
    static StoreLocation.Outside read(String url) {
        Matcher parts = SHAPE.matcher(url);
        if (!parts.matches()) {
            throw wrong("it must be postgresql://USER:PASSWORD@HOST:PORT/DATABASE. Write / ? # and % in the password"
                    + " as %2F %3F %23 and %25");
        }
        String hosts = parts.group("hosts");
        if (PORT.matcher(hosts).results().anyMatch(port -> Integer.parseInt(port.group()) > LAST_PORT)) {
            throw wrong("a port is at most " + LAST_PORT);
        }
        String database = parts.group("database") == null ? "/" : parts.group("database");
        decoded(database);
        DatabaseUrl read = new DatabaseUrl();
        read.login(parts.group("login"));
        read.options(parts.group("options"));
        String rest = read.options.isEmpty() ? "" : "?" + String.join("&", read.options);
        return new StoreLocation.Outside(hosts + database, rest, read.user, read.password);
    }

    private void login(@Nullable String login) {
        if (login != null) {
            String[] both = login.split(":", 2);
            user = both[0].isEmpty() ? null : decoded(both[0]);
            password = both.length > 1 ? decoded(both[1]) : null;
        }
    }

    private void options(@Nullable String query) {
        Stream.of(query == null ? new String[0] : query.split("&")).forEach(option -> {
            String value = decoded(option.substring(option.indexOf('=') + 1));
            if (option.startsWith("user=")) {
                user = value;
            } else if (option.startsWith("password=")) {
                password = value;
            } else if (!option.isEmpty()) {
                options.add(option);
            }
        });
    }

    /** A plus is a plus, in passwords above all. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw wrong("two hexadecimal digits must follow a %, which itself is written as %25");
        }
    }

    private static CommandFailedException wrong(String why) {
        return new CommandFailedException(
                ExitCode.CONFIGURATION,
                StoreLocation.DATABASE_URL + " is wrong: " + why
                        + ". Example: postgresql://streakline:secret@db.example.org/media");
    }
}
