package dev.streakline.http;

import dev.streakline.http.access.Ids;
import dev.streakline.http.exchange.Route;
import dev.streakline.http.operation.PageFiles;
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
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The running service. Bodies that fit into a buffer are read before a thread begins with the request, and slow ones are
 * cut, so that those who send slowly keep nobody else waiting.
 */
public final class HttpService implements AutoCloseable {

    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(25);
    private static final int LONGEST_HEADERS = 16 * 1024;
    /** A body that is longer is read while it comes. */
    static final int EAGER_BYTES = 128 * 1024;

    private static final int EAGER_OVERHEAD = 128;
    private static final int FIRST_WITHOUT_PINNING = 24;

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
    public static HttpService start(HttpSettings settings, HttpParts parts) {
        return start(settings, parts, List.of());
    }

    /**
     * As {@link #start(HttpSettings, HttpParts)}, with routes of who embeds the service beside its own; they pass the same
     * authentication, roles and limits.
     */
    public static HttpService start(HttpSettings settings, HttpParts parts, List<Route> more) {
        ServiceMetrics metrics = new ServiceMetrics(parts.counters());
        ServiceLog log = new ServiceLog(parts.log(), parts.clock(), metrics);
        Ids ids = new Ids(parts.clock(), new SecureRandom());
        Gate gate = new Gate(parts.authentication(), new RateLimits(settings.requestsPerMinute(), parts.clock()), ids);
        Stream<Route> routes = Stream.of(Routes.of(parts, ids, metrics::text), PageFiles.routes(), more)
                .flatMap(List::stream);
        Problems problems = new Problems(log);
        Javalin javalin = Javalin.create(config -> {
            surface(config, settings);
            config.jetty.modifyServer(server -> shape(server, log, ids));
            config.routes.before(gate::name);
            routes.forEach(route -> add(config, gate, route));
            config.routes.exception(Exception.class, problems::answer);
            // Javalin answers these in its own words unless they are asked for by name.
            config.routes.exception(HttpResponseException.class, problems::answer);
            config.router.javaLangErrorHandler(problems::broken);
        });
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException failed) {
            metrics.close();
            throw failed;
        }
        return new HttpService(javalin, metrics);
    }

    /** What answers GET answers HEAD too: Javalin would say 200 to anybody. */
    private static void add(JavalinConfig config, Gate gate, Route route) {
        config.routes.addHttpHandler(route.method(), route.path(), request -> gate.pass(route, request));
        if (route.method().equals(HandlerType.GET)) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), request -> gate.pass(route, request));
        }
    }

    private static void surface(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_WITHOUT_PINNING;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.http.defaultContentType = "application/json";
        config.jetty.modifyHttpConfiguration(HttpService::limit);
        if (!settings.origins().isEmpty()) {
            config.bundledPlugins.enableCors(
                    cors -> cors.addRule(rule -> settings.origins().forEach(origin -> rule.allowHost(origin))));
        }
    }

    private static void limit(HttpConfiguration configuration) {
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setIdleTimeout(IDLE.toMillis());
    }

    private static void shape(Server server, ServiceLog log, Ids ids) {
        server.setStopTimeout(STOPPING.toMillis());
        server.setErrorHandler(new ProblemPages(ids));
        server.setRequestLog(log);
        server.insertHandler(new LongBodies());
        server.insertHandler(
                new EagerContentHandler(new RetainedContentLoaderFactory(EAGER_BYTES, EAGER_OVERHEAD, false)));
        server.insertHandler(new SlowBodies(System::nanoTime));
        server.insertHandler(new GracefulHandler());
        SlowConnections slow = new SlowConnections(server.getScheduler());
        server.addBean(slow);
        server.addEventListener(new OnConnectors(server, slow));
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    /** Ends the requests under way, at most for {@code STOPPING}, and takes no new ones. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException late) {
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
            // Who took longer was cut, and the caller has more to stop than this.
        } finally {
            metrics.close();
        }
    }

    /** Listens to the connections of all connectors once they are there. */
    private record OnConnectors(Server server, SlowConnections slow) implements LifeCycle.Listener {

        @Override
        public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof ServerConnector http) {
                    http.setIdleTimeout(IDLE.toMillis());
                    http.addEventListener(slow);
                }
            }
        }
    }
}
