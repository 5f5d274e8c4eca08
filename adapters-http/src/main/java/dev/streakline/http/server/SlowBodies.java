package dev.streakline.http.server;

import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a body that comes too slowly, by the {@link MinimumDataRate} of bodies. (Jetty's own handler compares
 * one client's time with the bytes of all.)
 */
public final class SlowBodies extends Handler.Wrapper {

    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    public SlowBodies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CheckedRequest checked = CheckedRequest.of(request);
        boolean reads = checked != null && checked.readsBody();
        return super.handle(reads ? new TimedRequest(request, nanos) : request, response, callback);
    }

    /** A request with a measured data rate. Its content is read by one thread at a time. */
    private static final class TimedRequest extends Request.Wrapper {

        private final LongSupplier nanos;
        private final MinimumDataRate rate = MinimumDataRate.ofBodies();
        private volatile long demandedAt;
        private volatile Content.@Nullable Chunk failure;

        private TimedRequest(Request request, LongSupplier nanos) {
            super(request);
            this.nanos = nanos;
        }

        @Override
        public void demand(Runnable demandCallback) {
            demandedAt = nanos.getAsLong();
            super.demand(Invocable.from(Invocable.getInvocationType(demandCallback), () -> {
                rate.waited(nanos.getAsLong() - demandedAt);
                demandCallback.run();
            }));
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (failure != null) {
                return failure;
            }
            Content.Chunk chunk = super.read();
            if (Content.Chunk.isFailure(chunk)) {
                // A failure of waiting would be over with the next read.
                failure = Content.Chunk.from(chunk.getFailure());
                return failure;
            }
            if (chunk == null || chunk.isLast() || !rate.isTooSlowAfter(chunk.remaining())) {
                return chunk;
            }
            chunk.release();
            failure = Content.Chunk.from(new TimeoutException("the body came too slowly"));
            return failure;
        }
    }
}
