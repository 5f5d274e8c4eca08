package dev.streakline.http.server;

import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Limits how many bodies are read while they arrive, because each occupies a thread. Only authenticated callers get a
 * slot, and none has more slots than are left for others.
 */
public final class LongBodies extends Handler.Wrapper {

    private final FairShares places;

    public LongBodies(FairShares places) {
        this.places = places;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CheckedRequest checked = CheckedRequest.of(request);
        if (checked != null && isReadWhileItComes(checked, request)) {
            String holder = checked.caller().credential();
            if (places.take(holder, 1)) {
                Request.addCompletionListener(request, failure -> places.giveBack(holder, 1));
            } else {
                checked.refusedFor(tooMany()).attachTo(request);
            }
        }
        return super.handle(request, response, callback);
    }

    /** Whether a request occupies a slot here. A body of unknown length, which is negative, may be long. */
    static boolean isReadWhileItComes(CheckedRequest checked, Request request) {
        long length = request.getLength();
        return checked.readsBody() && (length < 0 || length > SmallBodies.LONGEST);
    }

    static ProblemException tooMany() {
        return ProblemException.because(
                ProblemCode.SERVICE_UNAVAILABLE, "Too many bodies are being sent at once. Try again in a moment.");
    }
}
