package dev.streakline.http;

import dev.streakline.http.exchange.Json;
import dev.streakline.http.exchange.Problem;
import dev.streakline.http.exchange.ProblemCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before any route is asked, as a problem detail like everything else. */
final class ProblemPages extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ProblemCode code = ProblemCode.ofStatus(response.getStatus());
        Object id = request.getAttribute(Gate.REQUEST_ID);
        response.setStatus(code.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body(code, id instanceof String text ? text : "none")), callback);
        return true;
    }

    private static byte[] body(ProblemCode code, String requestId) {
        return Json.bytes(Problem.of(code, code.title() + ".", List.of(), requestId));
    }
}
