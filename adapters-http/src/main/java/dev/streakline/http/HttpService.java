package dev.streakline.http;

import dev.streakline.http.credential.Ids;
import dev.streakline.http.operation.PageFiles;
import dev.streakline.http.server.Capacity;
import dev.streakline.http.server.Connections;
import dev.streakline.http.server.Exhaustion;
import dev.streakline.http.server.FairShares;
import dev.streakline.http.server.HeaderCheck;
import dev.streakline.http.server.HttpConnector;
import dev.streakline.http.server.LongBodies;
import dev.streakline.http.server.ProblemPages;
import dev.streakline.http.server.Problems;
import dev.streakline.http.server.RateLimits;
import dev.streakline.http.server.RequestGate;
import dev.streakline.http.server.RestOfBodies;
import dev.streakline.http.server.RouteTable;
import dev.streakline.http.server.ServiceLog;
import dev.streakline.http.server.ServiceMetrics;
import dev.streakline.http.server.SlowBodies;
import dev.streakline.http.server.SmallBodies;
import dev.streakline.http.server.UnreadAnswers;
import dev.streakline.http.server.WorkLimit;
import dev.streakline.http.web.Route;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The running service. Bodies that fit into a buffer are read before a thread begins with the request, and slow ones
 * are cut. So slow senders delay no other request.
 */
public final class HttpService implements AutoCloseable {

    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(25);
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final Capacity CAPACITY =
            Capacity.ofHeap(Runtime.getRuntime().maxMemory());

    private final Javalin javalin;
    private final ServiceMetrics metrics;

    private HttpService(Javalin javalin, ServiceMetrics metrics) {
        this.javalin = javalin;
        this.metrics = metrics;
    }

    /**
     * Starts to listen.
     *
     * @throws RuntimeException when the address cannot be bound
     */
    public static HttpService start(HttpSettings settings, HttpDependencies parts) {
        return start(settings, parts, List.of());
    }

    /**
     * As {@link #start(HttpSettings, HttpDependencies)}, with routes of the embedding program beside its own; they pass
     * the same authentication, roles and limits.
     */
    public static HttpService start(HttpSettings settings, HttpDependencies parts, List<Route> more) {
        ServiceMetrics metrics = new ServiceMetrics(parts.counters(), parts.gauges());
        ServiceLog log = new ServiceLog(parts.log(), settings.logged(), parts.clock(), metrics);
        Ids ids = new Ids(parts.clock(), new SecureRandom());
        RateLimits limits = new RateLimits(settings.requestsPerMinute(), parts.clock());
        RequestGate requestGate = new RequestGate(limits);
        List<Route> routes = Stream.of(Routes.of(parts, ids, metrics::text), PageFiles.routes(), more)
                .flatMap(List::stream)
                .toList();
        Exhaustion exhaustion = new Exhaustion(parts.outOfMemory());
        Problems problems = new Problems(log, exhaustion);
        UnreadAnswers answers = new UnreadAnswers(CAPACITY.answerBytes());
        Connections connections = new Connections(CAPACITY.connections(), Connections.SWEEP, answers);
        Javalin javalin = Javalin.create(config -> {
            configureJavalin(config, settings);
            config.jetty.threadPool = exhaustion.threads();
            config.jetty.addConnector((server, http) -> connector(server, http, settings, exhaustion, connections));
            HeaderCheck headers =
                    new HeaderCheck(new RouteTable(routes, config.router), parts.authentication(), limits, ids);
            config.jetty.modifyServer(server -> configureJetty(server, log, ids, headers, answers, connections));
            config.routes.before(RequestGate::assignRequestId);
            routes.forEach(route -> add(config, requestGate, route));
            config.routes.exception(Exception.class, problems::answer);
            // Javalin answers these in its own words unless a handler is registered for exactly this class.
            config.routes.exception(HttpResponseException.class, problems::answer);
            config.router.javaLangErrorHandler(problems::handleError);
        });
        try {
            javalin.start();
        } catch (RuntimeException failed) {
            metrics.close();
            throw failed;
        }
        return new HttpService(javalin, metrics);
    }

    /** Every GET route also answers HEAD: Javalin would answer 200 to any caller. */
    private static void add(JavalinConfig config, RequestGate requestGate, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), request -> requestGate.handle(route, request));
        if (route.method().equals(HandlerType.GET)) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), request -> requestGate.handle(route, request));
        }
    }

    private static void configureJavalin(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.defaultContentType = "application/json";
        config.jetty.modifyHttpConfiguration(HttpService::configureHttp);
        if (!settings.origins().isEmpty()) {
            config.bundledPlugins.enableCors(
                    cors -> cors.addRule(rule -> settings.origins().forEach(origin -> rule.allowHost(origin))));
        }
    }

    private static void configureHttp(HttpConfiguration configuration) {
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setIdleTimeout(IDLE.toMillis());
    }

    private static ServerConnector connector(
            Server server,
            HttpConfiguration http,
            HttpSettings settings,
            Exhaustion exhaustion,
            Connections connections) {
        ServerConnector connector = new HttpConnector(server, http, exhaustion);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addEventListener(connections);
        return connector;
    }

    /** The handler inserted last runs first. */
    private static void configureJetty(
            Server server,
            ServiceLog log,
            Ids ids,
            HeaderCheck headers,
            UnreadAnswers answers,
            Connections connections) {
        server.setStopTimeout(STOPPING.toMillis());
        server.setErrorHandler(new ProblemPages(ids));
        server.setRequestLog(log);
        server.insertHandler(new WorkLimit(new FairShares(CAPACITY.requests()), WorkLimit.LONGEST_WAIT));
        server.insertHandler(new LongBodies(new FairShares(CAPACITY.longBodies())));
        server.insertHandler(new SmallBodies(new FairShares(CAPACITY.bodyBytes())));
        server.insertHandler(new SlowBodies(System::nanoTime));
        server.insertHandler(headers);
        server.insertHandler(answers);
        server.insertHandler(new RestOfBodies());
        server.insertHandler(connections);
        server.insertHandler(new GracefulHandler());
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    /** Ends the requests under way within {@code STOPPING}, and accepts no new ones. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException late) {
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
            // A request that took longer was cut; the caller has more to stop than this service.
        } finally {
            metrics.close();
        }
    }
}
