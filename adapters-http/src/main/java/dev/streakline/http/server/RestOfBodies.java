package dev.streakline.http.server;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Discards the rest of a body after its answer. A client that still sends reads no answer until it is done, and would
 * lose it if the connection were closed. No thread waits for it; it has its limits, beyond which the connection is
 * closed.
 */
public final class RestOfBodies extends Handler.Wrapper {

    private static final int MOST_AT_ONCE = 256;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final int TIMEOUT = 408;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0) {
            return super.handle(request, response, callback);
        }
        Observed observed = new Observed(request);
        return super.handle(observed, response, new Draining(observed, response, callback));
    }

    /** A request that records whether reading of its body has begun. */
    private static final class Observed extends Request.Wrapper {

        private final boolean waitsForLeave;
        private volatile boolean isBegun;

        private Observed(Request request) {
            super(request);
            waitsForLeave = request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
        }

        @Override
        public Content.@Nullable Chunk read() {
            isBegun = true;
            return super.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            isBegun = true;
            super.demand(demandCallback);
        }

        /** Jetty would otherwise abandon an incomplete body, and the connection with it. */
        @Override
        public boolean consumeAvailable() {
            if (isHeldBack()) {
                return super.consumeAvailable();
            }
            Content.Chunk chunk = read();
            while (chunk != null && !chunk.isLast()) {
                chunk.release();
                chunk = read();
            }
            return chunk != null && !Content.Chunk.isFailure(chunk);
        }

        /** Whether the client sends no body until the server permits it (RFC 9110, section 10.1.1). */
        private boolean isHeldBack() {
            return waitsForLeave && !isBegun;
        }
    }

    /** The end of one answer. */
    private final class Draining extends Callback.Nested implements Runnable {

        private final Observed request;
        private final Response response;
        private long bytes;
        private long begun;

        private Draining(Observed request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void succeeded() {
            if (request.isHeldBack() || response.getStatus() == TIMEOUT || !places.tryAcquire()) {
                super.succeeded();
                return;
            }
            begun = System.nanoTime();
            run();
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                bytes += chunk.remaining();
                boolean isOver = chunk.isLast()
                        || Content.Chunk.isFailure(chunk)
                        || bytes > MOST_BYTES
                        || System.nanoTime() - begun > LONGEST_NANOS;
                chunk.release();
                if (isOver) {
                    places.release();
                    super.succeeded();
                    return;
                }
            }
            request.demand(Invocable.from(InvocationType.NON_BLOCKING, this));
        }
    }
}
