package dev.streakline.benchmarks.store;

import dev.streakline.application.Streakline;
import dev.streakline.application.access.Role;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.work.Worker;
import dev.streakline.http.HttpDependencies;
import dev.streakline.http.HttpService;
import dev.streakline.http.HttpSettings;
import dev.streakline.http.credential.ApiKeySecrets;
import dev.streakline.http.credential.Audience;
import dev.streakline.http.credential.Authentication;
import dev.streakline.http.credential.TokenIssuer;
import dev.streakline.http.credential.TokenSecret;
import dev.streakline.http.credential.Tokens;
import dev.streakline.http.server.RequestLogLevel;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import dev.streakline.persistence.PostgresStreakline;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.database.Scope;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The service as {@code serve} has it, its worker and its log as well, and beside it the routes that it is compared with. */
final class BenchService implements AutoCloseable {

    /** As many as {@code serve} has for requests. */
    static final int CONNECTIONS = 16;

    /** Sends every caller the same answer: the cost of authentication, Javalin, Jetty and the log. */
    static final String CONSTANT = "/bench/constant";

    /** Answers with a row by its primary key, {@code key=} in the query. */
    static final String ROW = "/bench/row";

    private static final String BY_KEY =
            "select fold_version, next_change_at from streakline.viewer_statistics where shard = ?::int2 and viewer_key = ?";
    private static final TokenSecret SECRET = new TokenSecret("of the benchmark, and known to all who read it");

    private final InstantSource clock;
    private final Path log;
    private final PrintWriter lines;
    private final Worker worker;
    private final HttpService service;

    /** What {@link #ROW} answers with; {@link #CONSTANT} as well. */
    private record Row(int foldVersion, long nextChangeAt) {}

    private BenchService(Path log, BenchDatabase folds, BenchDatabase asked, InstantSource clock) throws IOException {
        this.clock = clock;
        this.log = log;
        this.lines = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8));
        this.worker = Streakline.over(PostgresStreakline.ports(folds.database(), statistics(folds.database())), clock)
                .worker(System.out::println);
        Database requests = asked.database();
        this.service = HttpService.start(
                new HttpSettings(HttpSettings.LOOPBACK, 0, List.of(), Integer.MAX_VALUE, RequestLogLevel.ALL),
                parts(requests),
                List.of(
                        Route.get(
                                CONSTANT,
                                TargetViewer.ROLES,
                                (request, caller) -> Answers.json(request, new Row(0, 0))),
                        Route.get(
                                ROW,
                                TargetViewer.ROLES,
                                (request, caller) -> Answers.json(
                                        request,
                                        row(requests, Long.parseLong(String.valueOf(request.queryParam("key"))))))));
    }

    /** Starts it over a database that is there. */
    static BenchService start(BenchServer server, BenchDatabase folds, BenchDatabase asked, InstantSource clock)
            throws IOException {
        return new BenchService(server.folder().resolve("log"), folds, asked, clock);
    }

    private static PostgresStatistics statistics(Database database) {
        return new PostgresStatistics(
                database, FoldVersion.ofThisRuntime(), Runtime.getRuntime().availableProcessors());
    }

    private HttpDependencies parts(Database requests) {
        Streakline streakline = Streakline.over(
                PostgresStreakline.ports(requests, Runtime.getRuntime().availableProcessors()), clock);
        return new HttpDependencies(
                streakline,
                streakline.createApiKey(new ApiKeySecrets(new SecureRandom(), clock)),
                new Authentication(streakline.ports().keys(), Tokens.ofSecret(SECRET, Audience.ANY, clock), clock),
                () -> null,
                Map.of(),
                Map.of(),
                line -> {
                    lines.println(line);
                    lines.flush();
                },
                exhausted -> {});
    }

    private static Row row(Database requests, long key) {
        return requests.as(Scope.APP)
                .query(BY_KEY, row -> new Row(row.getInt(1), row.getLong(2)), (int) key & 15, key)
                .orElseThrow();
    }

    int port() {
        return service.port();
    }

    /** A token for as long as it takes. */
    String token(String account, Role role) {
        return new TokenIssuer(SECRET, Audience.ANY, clock)
                .issue(account, Set.of(role), Duration.ofDays(1))
                .token();
    }

    @Override
    public void close() throws IOException {
        service.close();
        worker.close();
        lines.close();
        Files.delete(log);
    }
}
