package dev.streakline.http;

import dev.streakline.http.server.RequestLogLevel;
import java.util.List;

/**
 * How the service listens and what it allows.
 *
 * @param host the address to bind
 * @param port 0 for any that is free
 * @param origins whose pages may call it from a browser, such as {@code https://example.org}; none by default
 * @param requestsPerMinute how many requests one credential has a minute, at least 1
 * @param logged which requests have a line in the log
 */
public record HttpSettings(String host, int port, List<String> origins, int requestsPerMinute, RequestLogLevel logged) {

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int PORTS = 65_536;

    /** Checks bounds; defensive copies. */
    public HttpSettings {
        if (port < 0 || port >= PORTS) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("requestsPerMinute must be at least 1, but is " + requestsPerMinute);
        }
        origins = List.copyOf(origins);
    }

    /** On this machine alone, at this port. */
    public static HttpSettings local(int port) {
        return new HttpSettings(LOOPBACK, port, List.of(), 6_000, RequestLogLevel.ALL);
    }
}
