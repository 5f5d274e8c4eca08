package dev.streakline.cli.wiring;

import dev.streakline.application.Streakline;
import dev.streakline.application.access.KeySecrets;
import dev.streakline.application.policy.PolicyVersions;
import dev.streakline.application.statistics.FoldVersion;
import dev.streakline.application.work.Worker;
import dev.streakline.cli.store.Stores;
import dev.streakline.cli.terminal.CommandFailedException;
import dev.streakline.http.HttpDependencies;
import dev.streakline.http.HttpService;
import dev.streakline.http.HttpSettings;
import dev.streakline.http.credential.Authentication;
import dev.streakline.http.credential.Tokens;
import dev.streakline.http.server.RequestLogLevel;
import dev.streakline.persistence.PostgresStreakline;
import dev.streakline.persistence.database.Database;
import dev.streakline.persistence.embedded.FreeRoom;
import dev.streakline.persistence.statistics.PostgresStatistics;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A store that is served over HTTP, with the worker that keeps its statistics beside it. */
final class ServedStore {

    private static final String READ_ONLY = "The database accepts no writes: it is a standby, or is set to read-only.";

    private final OpenDatabase open;
    private final InstantSource clock;
    private final KeySecrets secrets;
    private final Tokens tokens;

    ServedStore(OpenDatabase open, InstantSource clock, KeySecrets secrets, Tokens tokens) {
        this.open = open;
        this.clock = clock;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /**
     * Starts both; the service ends before the worker, and both before the database.
     *
     * @throws CommandFailedException when the address cannot be bound
     */
    Stores.Service serve(Stores.ServiceSettings settings, Consumer<String> notices, Consumer<String> log) {
        MemoryExhausted.endWithUncaught();
        Database requests = open.forRequests();
        PostgresStatistics folding =
                new PostgresStatistics(open.database(), FoldVersion.ofThisRuntime(), open.threads());
        Streakline folds = Streakline.over(PostgresStreakline.ports(open.database(), folding), clock);
        Worker worker = open.open(() -> folds.worker(notices), Worker::close);
        Map<String, LongSupplier> counters = Map.of(
                "worker.folds", () -> folds.foldCounts().folds(),
                "worker.viewers", () -> folds.foldCounts().viewers(),
                "worker.changed", () -> folds.foldCounts().changed(),
                "worker.announced", () -> folds.foldCounts().announced(),
                "worker.failures", worker::failures,
                "worker.set_aside", folding::timesSetAside);
        HttpService service = open.open(() -> service(requests, settings, counters, log), HttpService::close);
        String address = "http://" + (settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host())
                + ":" + service.port();
        return new Stores.Service() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public void close() {
                open.close();
            }
        };
    }

    private Map<String, LongSupplier> gauges() {
        FreeRoom room = open.room();
        return room == null ? Map.of() : Map.of("store.free.bytes", room::bytes);
    }

    private HttpService service(
            Database requests,
            Stores.ServiceSettings settings,
            Map<String, LongSupplier> counters,
            Consumer<String> log) {
        Streakline streakline = open.open(
                () -> Streakline.over(PostgresStreakline.ports(requests, open.threads()), clock), Streakline::close);
        PolicyVersions policies = streakline.ports().policies();
        HttpDependencies parts = new HttpDependencies(
                streakline,
                streakline.createApiKey(secrets),
                new Authentication(streakline.ports().keys(), tokens, clock),
                () -> {
                    String lastFailure = open.lastFailure();
                    if (lastFailure != null) {
                        return lastFailure;
                    }
                    policies.current();
                    return requests.isWritable() ? null : READ_ONLY;
                },
                counters,
                gauges(),
                log,
                MemoryExhausted::end);
        try {
            return HttpService.start(
                    new HttpSettings(
                            settings.host(),
                            settings.port(),
                            settings.origins(),
                            settings.requestsPerMinute(),
                            RequestLogLevel.valueOf(settings.logged().name())),
                    parts);
        } catch (RuntimeException failed) {
            throw settings.cannotListen(rootOf(failed).getMessage());
        }
    }

    /** The resources below all that was built on them. */
    private static Throwable rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
