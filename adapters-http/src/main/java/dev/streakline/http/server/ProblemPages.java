package dev.streakline.http.server;

import dev.streakline.http.credential.Ids;
import dev.streakline.http.web.Problem;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.json.Json;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that the server refuses before any route, as a problem detail like every other error. */
public final class ProblemPages extends ErrorHandler {

    private final Ids ids;

    /** @param ids for requests that were refused before they had one */
    public ProblemPages(Ids ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemCode code = ProblemCode.ofStatus(response.getStatus());
        String id = request.getAttribute(CheckedRequest.REQUEST_ID) instanceof String named ? named : ids.next();
        request.setAttribute(CheckedRequest.REQUEST_ID, id);
        response.setStatus(code.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Request-Id", id)
                .put("X-Content-Type-Options", "nosniff");
        if (code == ProblemCode.SERVICE_UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.RETRY_SECONDS);
        }
        Problem problem = Problem.of(code, code.title() + ".", List.of(), id);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
        return true;
    }
}
