package dev.streakline.http;

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
 * Ends the reading of a body that comes too slowly: each hundred bytes buy a second of waiting, and nobody may have more than
 * fifteen seconds in hand, with which he begins. Only waiting counts, so that nobody is cut because the service itself was
 * slow, and nobody buys hours with a fast beginning. (Jetty's own handler compares one client's time with the bytes of all.)
 */
final class SlowBodies extends Handler.Wrapper {

    private static final long MOST_NANOS = 15_000_000_000L;
    private static final long NANOS_PER_BYTE = 10_000_000L;

    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    SlowBodies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Watched(request, nanos), response, callback);
    }

    /** A request of which the rate is known. Its content is read by one thread at a time. */
    private static final class Watched extends Request.Wrapper {

        private final LongSupplier nanos;
        private final Pace pace = new Pace();
        private volatile long demandedAt;
        private volatile Content.@Nullable Chunk failure;

        private Watched(Request request, LongSupplier nanos) {
            super(request);
            this.nanos = nanos;
        }

        @Override
        public void demand(Runnable demandCallback) {
            demandedAt = nanos.getAsLong();
            super.demand(Invocable.from(Invocable.getInvocationType(demandCallback), () -> {
                pace.waited(nanos.getAsLong() - demandedAt);
                demandCallback.run();
            }));
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (failure != null) {
                return failure;
            }
            Content.Chunk chunk = super.read();
            if (chunk == null || chunk.isLast() || !pace.isTooSlowAfter(chunk.remaining())) {
                return chunk;
            }
            chunk.release();
            failure = Content.Chunk.from(new TimeoutException("the body came too slowly"));
            return failure;
        }
    }

    /** For how long the service still waits. */
    static final class Pace {

        private long nanos = MOST_NANOS;

        /** The service has waited for more so long, in nanoseconds. */
        synchronized void waited(long more) {
            nanos -= more;
        }

        /** So many bytes have come; whether that is too slow. */
        synchronized boolean isTooSlowAfter(int bytes) {
            nanos = Math.min(MOST_NANOS, nanos + bytes * NANOS_PER_BYTE);
            return nanos < 0;
        }
    }
}
