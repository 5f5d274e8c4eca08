package dev.streakline.http.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies of a known small length before a thread begins with the request, so that slow senders delay no other
 * request. Each is stored in exactly as many bytes as it has. (Jetty's {@code EagerContentHandler} keeps the buffers
 * that the network filled: a single byte may occupy eight thousand.)
 */
public final class SmallBodies extends Handler.Wrapper {

    /** A body that is longer is read while it comes. */
    public static final int LONGEST = 128 * 1024;

    private static final int NOT_FOUND = 404;

    private final FairShares bytes;

    /** @param bytes of all buffered bodies */
    public SmallBodies(FairShares bytes) {
        this.bytes = bytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CheckedRequest checked = CheckedRequest.of(request);
        long length = request.getLength();
        if (checked == null || !checked.readsBody() || length <= 0 || length > LONGEST) {
            return super.handle(request, response, callback);
        }
        String holder = checked.caller().credential();
        if (!bytes.take(holder, length)) {
            checked.refusedFor(LongBodies.tooMany()).attachTo(request);
            return super.handle(request, response, callback);
        }
        Request.addCompletionListener(request, failure -> bytes.giveBack(holder, length));
        new Loading(request, response, callback, (int) length).run();
        return true;
    }

    /** One body on its way. */
    private final class Loading implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteBuffer body;

        private Loading(Request request, Response response, Callback callback, int length) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.body = ByteBuffer.allocate(length);
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    // The route meets the same failure when it reads, and answers it.
                    goOn(request);
                    return;
                }
                body.put(chunk.getByteBuffer());
                boolean isLast = chunk.isLast();
                chunk.release();
                if (isLast) {
                    goOn(new Complete(request, body.flip()));
                    return;
                }
            }
            request.demand(Invocable.from(InvocationType.BLOCKING, this));
        }

        private void goOn(Request complete) {
            try {
                if (!SmallBodies.super.handle(complete, response, callback)) {
                    Response.writeError(complete, response, callback, NOT_FOUND);
                }
            } catch (Exception failed) {
                Response.writeError(complete, response, callback, failed);
            }
        }
    }

    /** A request whose body is here. */
    private static final class Complete extends Request.Wrapper {

        private final Content.Source body;

        private Complete(Request request, ByteBuffer body) {
            super(request);
            this.body = new ByteBufferContentSource(body);
        }

        @Override
        public Content.@Nullable Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
