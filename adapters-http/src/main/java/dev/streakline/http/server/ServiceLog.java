package dev.streakline.http.server;

import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The log: one JSON object a line for every request that is to be logged, also those that no route saw, and for every
 * failure. Neither headers nor bodies nor query parameters are in it, and of the path only the route.
 */
public final class ServiceLog implements RequestLog {

    private static final int LONGEST_METHOD = 20;

    private final Consumer<String> lines;
    private final RequestLogLevel logged;
    private final InstantSource clock;
    private final ServiceMetrics metrics;
    private final AtomicLong secondOfTheLastStack = new AtomicLong(Long.MIN_VALUE);

    public ServiceLog(Consumer<String> lines, RequestLogLevel logged, InstantSource clock, ServiceMetrics metrics) {
        this.lines = lines;
        this.logged = logged;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        String route = text(request.getAttribute(CheckedRequest.ROUTE), "none");
        String method = String.valueOf(request.getMethod());
        metrics.answered(method, route, response.getStatus(), nanos);
        if (!logged.includes(response.getStatus())) {
            return;
        }
        Map<String, Object> line = begun("request");
        line.put("requestId", text(request.getAttribute(CheckedRequest.REQUEST_ID), "none"));
        line.put("method", method.substring(0, Math.min(method.length(), LONGEST_METHOD)));
        line.put("route", route);
        line.put("status", response.getStatus());
        line.put("millis", Math.round(nanos / 10_000.0) / 100.0);
        line.put("bytes", Response.getContentBytesWritten(response));
        line.put("credential", text(request.getAttribute(CheckedRequest.CREDENTIAL), "none"));
        write(line);
    }

    /** Logs a failure inside the service, with its stack trace. */
    void failure(String requestId, Throwable failed) {
        StringWriter stack = new StringWriter();
        failed.printStackTrace(new PrintWriter(stack));
        failure(requestId, stack.toString());
    }

    /**
     * Logs a failure of the database, with its stack trace once a second: while it is away every request fails, and the
     * log must not fill the disk.
     */
    void outage(String requestId, StoreUnavailableException failed) {
        long second = clock.instant().getEpochSecond();
        if (secondOfTheLastStack.getAndSet(second) == second) {
            failure(requestId, failed.toString());
        } else {
            failure(requestId, failed);
        }
    }

    private void failure(String requestId, String what) {
        Map<String, Object> line = begun("failure");
        line.put("requestId", requestId);
        line.put("failure", what);
        write(line);
    }

    private Map<String, Object> begun(String event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("event", event);
        return line;
    }

    private void write(Map<String, Object> line) {
        lines.accept(new String(Json.bytes(line), StandardCharsets.UTF_8));
    }

    private static String text(@Nullable Object attribute, String otherwise) {
        return attribute instanceof String text ? text : otherwise;
    }
}
