package dev.streakline.http;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many bodies at once be read while they come, for a thread waits with each of them: on Java 17 there are 250,
 * and when all of them wait none is left to wake them. One more gets 503 and may try again.
 */
final class LongBodies extends Handler.Wrapper {

    static final int MOST_AT_ONCE = 100;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!mayBeLong(request)) {
            return super.handle(request, response, callback);
        }
        if (!places.tryAcquire()) {
            Response.writeError(request, response, callback, SERVICE_UNAVAILABLE);
            return true;
        }
        Request.addCompletionListener(request, failure -> places.release());
        return super.handle(request, response, callback);
    }

    private static boolean mayBeLong(Request request) {
        return mayBeLong(request.getLength(), request.getHeaders().get(HttpHeader.TRANSFER_ENCODING));
    }

    /** A body with a length that is small is here already, or never comes: {@link HttpService} waits for it first. */
    static boolean mayBeLong(long length, @Nullable String transferEncoding) {
        return length > HttpService.EAGER_BYTES || transferEncoding != null;
    }
}
