package dev.streakline.http.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.streakline.application.history.HistoryTooLongException;
import dev.streakline.application.history.StoreFullException;
import dev.streakline.application.history.StoreUnavailableException;
import dev.streakline.application.statistics.OutdatedFoldVersionException;
import dev.streakline.application.view.InvalidCursorException;
import dev.streakline.application.view.InvalidFieldException;
import dev.streakline.http.credential.NotAuthenticatedException;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.Problem;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.json.FieldError;
import dev.streakline.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;

/** The one table from failures to problem details. */
public final class Problems {

    /** The time after which a client may retry after a failure of the service. */
    static final String RETRY_SECONDS = "2";

    /** The time after which a client may retry when the disk is full, which an operator must mend. */
    private static final String RETRY_WHEN_FULL_SECONDS = "10";

    private static final String IN_THE_LOG =
            "The log has the cause under this request id. Try again, or contact the operator of this service.";

    private final ServiceLog log;
    private final Exhaustion exhaustion;

    public Problems(ServiceLog log, Exhaustion exhaustion) {
        this.log = log;
        this.exhaustion = exhaustion;
    }

    /** Answers a request that failed. */
    public void answer(Exception failed, Context request) {
        if (failed instanceof InvalidCursorException invalid) {
            answer(ProblemException.parameter("cursor", String.valueOf(invalid.getMessage())), request);
        } else if (failed instanceof InvalidFieldException invalid) {
            answer(ProblemException.at(invalid.pointer(), "field.invalid", invalid.reason()), request);
        } else if (failed instanceof ProblemException problem) {
            if (problem.code() == ProblemCode.SERVICE_UNAVAILABLE) {
                request.header("Retry-After", RETRY_SECONDS);
            }
            write(request, problem.code(), problem.detail(), problem.faults());
        } else if (failed instanceof NotAuthenticatedException unknown) {
            request.header("WWW-Authenticate", "Bearer realm=\"streakline\"");
            write(request, codeOf(unknown), String.valueOf(unknown.getMessage()), List.of());
        } else if (failed instanceof StoreFullException full) {
            log.outage(RequestGate.requestId(request), full);
            request.header("Retry-After", RETRY_WHEN_FULL_SECONDS);
            write(
                    request,
                    ProblemCode.STORE_FULL,
                    "No facts are accepted: " + full.shortage() + ". Reads still work. Try again once there is room.",
                    List.of());
        } else if (failed instanceof StoreUnavailableException outage) {
            log.outage(RequestGate.requestId(request), outage);
            request.header("Retry-After", RETRY_SECONDS);
            write(request, ProblemCode.STORE_UNAVAILABLE, "Try again in " + RETRY_SECONDS + " s.", List.of());
        } else if (failed instanceof OutdatedFoldVersionException) {
            write(request, ProblemCode.FOLD_REFUSED, String.valueOf(failed.getMessage()), List.of());
        } else if (failed instanceof HistoryTooLongException) {
            write(request, ProblemCode.HISTORY_TOO_LONG, String.valueOf(failed.getMessage()), List.of());
        } else if (failed instanceof MethodNotAllowedResponse wrong) {
            String allowed = wrong.getDetails().getOrDefault("availableMethods", "");
            request.header("Allow", allowed);
            write(request, ProblemCode.REQUEST_METHOD, "Allowed: " + allowed + ".", List.of());
        } else if (failed instanceof HttpResponseException response) {
            ProblemCode code = ProblemCode.ofStatus(response.getStatus());
            write(request, code, code.title() + ".", List.of());
        } else if (failed instanceof JsonProcessingException broken) {
            write(request, ProblemCode.REQUEST_MALFORMED, Bodies.malformed(broken), List.of());
        } else if (failed instanceof ZipException) {
            write(request, ProblemCode.REQUEST_MALFORMED, "The body does not match its Content-Encoding.", List.of());
        } else if (failed instanceof IOException && isTimeout(failed)) {
            write(request, ProblemCode.REQUEST_TIMEOUT, "The body was sent too slowly.", List.of());
        } else if (failed instanceof IOException) {
            write(
                    request,
                    ProblemCode.REQUEST_MALFORMED,
                    "The body could not be read to its end. Send it again.",
                    List.of());
        } else {
            unexpected(failed, request);
        }
    }

    /** A failure inside the service: the log has the cause, the answer only that it failed. */
    void unexpected(Throwable failed, Context request) {
        if (!(failed instanceof EofException) && !(failed instanceof QuietException)) {
            log.failure(RequestGate.requestId(request), failed);
        }
        write(request, ProblemCode.SERVER_ERROR, IN_THE_LOG, List.of());
    }

    /** As {@link #unexpected}, for an error of the machine, such as too little memory. */
    public void handleError(HttpServletResponse response, Error error) {
        exhaustion.look(error);
        String id = Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "unknown");
        log.failure(id, error);
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(ProblemCode.SERVER_ERROR.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream()
                    .write(Json.bytes(Problem.of(ProblemCode.SERVER_ERROR, IN_THE_LOG, List.of(), id)));
        } catch (IOException gone) {
            log.failure(id, gone);
        }
    }

    private static boolean isTimeout(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(TimeoutException.class::isInstance);
    }

    private static ProblemCode codeOf(NotAuthenticatedException unknown) {
        return switch (unknown.code()) {
            case MISSING -> ProblemCode.AUTH_MISSING;
            case MALFORMED -> ProblemCode.AUTH_MALFORMED;
            case INVALID -> ProblemCode.AUTH_INVALID;
            case EXPIRED -> ProblemCode.AUTH_EXPIRED;
        };
    }

    private static void write(Context request, ProblemCode code, String detail, List<FieldError> faults) {
        Problem problem = Problem.of(code, detail, faults, RequestGate.requestId(request));
        request.status(code.status())
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .result(Json.bytes(problem));
    }
}
