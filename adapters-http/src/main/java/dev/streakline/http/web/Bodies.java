package dev.streakline.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.streakline.json.InvalidJsonException;
import dev.streakline.json.MalformedJsonException;
import dev.streakline.json.StrictJson;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads the bodies of requests, strictly and never more than a route accepts. */
public final class Bodies {

    /** The largest body of a route that changes something small, in bytes. */
    public static final int SMALL = 64 * 1024;

    private Bodies() {}

    /**
     * Reads the JSON body as a record, and checks its constraints.
     *
     * @throws ProblemException when the media type is another one, or when the body is too large, no JSON, outside a
     *     constraint, or has an unknown member
     */
    public static <T> T json(Context request, Class<T> type) throws IOException {
        String unused = AcceptedBody.JSON.require(
                request.header("Content-Type"), request.req().getContentLengthLong());
        requireNoEncoding(request);
        try {
            return StrictJson.read(LimitedBody.of(request, SMALL).readAllBytes(), type);
        } catch (InvalidJsonException invalid) {
            throw ProblemException.invalid(invalid.errors());
        } catch (MalformedJsonException malformed) {
            throw ProblemException.because(ProblemCode.REQUEST_MALFORMED, "The body " + malformed.getMessage());
        }
    }

    /** Describes a body that is not JSON. */
    public static String malformed(JsonProcessingException broken) {
        return "The body " + new MalformedJsonException(broken).getMessage();
    }

    private static void requireNoEncoding(Context request) {
        String encoding = request.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.because(
                    ProblemCode.REQUEST_MEDIA_TYPE,
                    "Content-Encoding is not supported here; send the body uncompressed.");
        }
    }
}
