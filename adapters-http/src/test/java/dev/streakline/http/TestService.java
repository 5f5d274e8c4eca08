package dev.streakline.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streakline.application.StorePorts;
import dev.streakline.application.Streakline;
import dev.streakline.application.access.Role;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.history.Histories;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.intake.IntakeLimits;
import dev.streakline.application.intake.IntakeRules;
import dev.streakline.application.intake.OwnFacts;
import dev.streakline.application.memory.InMemoryApiKeys;
import dev.streakline.application.memory.InMemoryStore;
import dev.streakline.http.credential.ApiKeySecrets;
import dev.streakline.http.credential.Audience;
import dev.streakline.http.credential.Authentication;
import dev.streakline.http.credential.TokenIssuer;
import dev.streakline.http.credential.TokenSecret;
import dev.streakline.http.credential.Tokens;
import dev.streakline.http.server.RequestLogLevel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real service on a free port, over the store in memory, and a client of it. */
final class TestService implements AutoCloseable {

    /** When all of it happens, unless a test moves the clock. */
    static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

    private static final TokenSecret SECRET = new TokenSecret("a secret of the tests that is long enough");
    private static final TokenIssuer ISSUER = new TokenIssuer(SECRET, Audience.ANY, InstantSource.fixed(NOW));
    private static final Pattern CREDENTIAL = Pattern.compile("Bearer ([a-z,]+:\\w+)");

    final InMemoryStore store = new InMemoryStore();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<OutOfMemoryError> exhausted = new CopyOnWriteArrayList<>();
    final InMemoryApiKeys keys = new InMemoryApiKeys();
    final HttpDependencies parts;
    final HttpService service;
    private final HttpClient client = HttpClient.newHttpClient();
    private static final Contract CONTRACT = new Contract();
    volatile Instant now = NOW;

    /** How many facts of a viewer are read at once. */
    volatile int mostFacts = Integer.MAX_VALUE;

    /** The queries of the readiness check. */
    volatile Supplier<@Nullable String> ready = () -> null;

    TestService() {
        this(1_000_000);
    }

    TestService(int requestsPerMinute, String... origins) {
        InstantSource clock = () -> now;
        store.intakeRules().adopt(new IntakeRules(OwnFacts.ON, IntakeLimits.DEFAULT));
        StorePorts ports = Streakline.inMemory(store, clock).ports();
        Streakline streakline = Streakline.over(
                new StorePorts(
                        ports.facts(),
                        ports.archive(),
                        bounded(),
                        ports.statistics(),
                        ports.announcements(),
                        ports.rankings(),
                        ports.lifetimes(),
                        ports.policies(),
                        ports.profiles(),
                        ports.runs(),
                        ports.queue(),
                        keys,
                        ports.intakeRules(),
                        ports.sources(),
                        ports.tallies()),
                clock);
        parts = new HttpDependencies(
                streakline,
                streakline.createApiKey(new ApiKeySecrets(new SecureRandom(), clock)),
                new Authentication(keys, Tokens.ofSecret(SECRET, Audience.ANY, clock), clock),
                () -> ready.get(),
                Map.of(),
                Map.of("store.free.bytes", () -> 42),
                log::add,
                exhausted::add);
        service = HttpService.start(
                new HttpSettings(HttpSettings.LOOPBACK, 0, List.of(origins), requestsPerMinute, RequestLogLevel.ALL),
                parts);
    }

    private Histories bounded() {
        return new Histories() {
            @Override
            public List<ViewerId> viewers() {
                return store.histories().viewers();
            }

            @Override
            public Optional<ViewerSnapshot> history(ViewerId viewer) {
                Optional<ViewerSnapshot> snapshot = store.histories().history(viewer);
                if (snapshot.isPresent()
                        && snapshot.get().history().to()
                                        - snapshot.get().history().from()
                                > mostFacts) {
                    throw new HistoryTooLongException(mostFacts);
                }
                return snapshot;
            }
        };
    }

    /** A token for credentials as tests write them: {@code role,role:account}. */
    private static String token(String credential) {
        int at = credential.indexOf(':');
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : credential.substring(0, at).split(",", -1)) {
            roles.add(Role.of(role).orElseThrow());
        }
        return ISSUER.issue(credential.substring(at + 1), roles, Duration.ofHours(1))
                .token();
    }

    /** The same request, with tokens for the credentials in it. */
    static String withTokens(String request) {
        return CREDENTIAL.matcher(request).replaceAll(found -> "Bearer " + token(found.group(1)));
    }

    int port() {
        return service.port();
    }

    /** A request to a path as such a caller, to be added to. */
    HttpRequest.Builder request(String path, String credential) {
        return HttpRequest.newBuilder(Contract.uri(port(), path))
                .header("Authorization", "Bearer " + token(credential));
    }

    /** Sends a request with a secret of one's own. */
    Answer as(String secret, String path) {
        return send(HttpRequest.newBuilder(Contract.uri(port(), path))
                .header("Authorization", "Bearer " + secret)
                .build());
    }

    /** Sends a request, and checks request and answer against the document. */
    Answer get(String path, String credential) {
        HttpRequest request = request(path, credential).build();
        assertThat(CONTRACT.complaintsAboutRequest(request, "")).isEmpty();
        return send(request);
    }

    /** Sends a body of JSON, and checks it and the answer against the document. */
    Answer send(String method, String path, String credential, String body) {
        HttpRequest request = request(path, credential)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(CONTRACT.complaintsAboutRequest(request, body)).isEmpty();
        return send(request);
    }

    /** Sends a request that may be wrong, and checks the answer against the document. */
    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(CONTRACT.complaintsAboutAnswer(request, response))
                    .as(request + " " + response.body())
                    .isEmpty();
            return new Answer(response);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    /** The one line of the log about a request; it is written after the answer. */
    String onlyLine(String requestId) {
        long patience = System.nanoTime() + 10_000_000_000L;
        List<String> lines = lines(requestId);
        while (lines.isEmpty() && System.nanoTime() < patience) {
            Thread.onSpinWait();
            lines = lines(requestId);
        }
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private List<String> lines(String requestId) {
        return log.stream()
                .filter(line -> line.contains("\"requestId\":\"" + requestId + "\""))
                .toList();
    }

    /** Stops it without waiting: it takes a second where callers keep their connections. */
    @Override
    public void close() {
        Thread closing = new Thread(service::close, "closing");
        closing.setDaemon(true);
        closing.start();
    }
}
