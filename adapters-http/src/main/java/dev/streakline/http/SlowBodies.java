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
 * Ends the reading of a body that comes too slowly: of every fifteen seconds that the service waited for it, each must have
 * brought a hundred bytes on average. Only waiting counts, so that nobody is cut because the service itself was slow, and
 * what came before does not, so that nobody buys hours with a fast beginning. (Jetty's own handler compares one client's
 * time with the bytes of all.)
 */
final class SlowBodies extends Handler.Wrapper {

    /** Together with the idle timeout the longest that a silent client lives. */
    static final long WINDOW_NANOS = 15_000_000_000L;

    /** Bytes. */
    static final long SLOWEST_PER_SECOND = 100;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

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

    /** How much came in how much waiting, since the last time that it was judged. */
    static final class Pace {

        private long waited;
        private long bytes;

        /** The service has waited for more so long, in nanoseconds. */
        synchronized void waited(long more) {
            waited += more;
        }

        /** So many bytes have come; whether that is too slow. */
        synchronized boolean isTooSlowAfter(int more) {
            bytes += more;
            if (waited < WINDOW_NANOS) {
                return false;
            }
            boolean isTooSlow = bytes < waited / NANOS_PER_SECOND * SLOWEST_PER_SECOND;
            waited = 0;
            bytes = 0;
            return isTooSlow;
        }
    }
}
