package dev.streakline.http;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;

/**
 * Lets only so many requests be worked on at once; the others wait without a thread, in the order in which they came, and are
 * refused with 503 after five seconds. Whether the service lives is answered at once.
 *
 * <p>A request is done here when its answer is made, not when it is read, unlike in Jetty's {@code QoSHandler}: who reads
 * slowly keeps nobody waiting.
 */
final class WorkLimit extends Handler.Wrapper {

    private static final String LIVENESS = "/livez";
    /** How long a request waits before it is refused. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final int NOT_FOUND = 404;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Semaphore permits;
    private final Duration longestWait;
    private final Queue<Work> waiting = new ConcurrentLinkedQueue<>();

    WorkLimit(int requests, Duration longestWait) {
        this.permits = new Semaphore(requests);
        this.longestWait = longestWait;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (LIVENESS.equals(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        }
        Work work = new Work(request, response, callback);
        if (waiting.isEmpty() && permits.tryAcquire()) {
            work.run();
        } else {
            waiting.add(work);
            // A permit may have come back between the two.
            if (permits.tryAcquire()) {
                passOn();
            }
        }
        return true;
    }

    /** Gives a permit to who has waited for longest, or back. */
    private void passOn() {
        Work next = waiting.poll();
        if (next != null) {
            executor().execute(next);
            return;
        }
        permits.release();
        if (!waiting.isEmpty() && permits.tryAcquire()) {
            passOn();
        }
    }

    private Executor executor() {
        Executor threads = getServer().getThreadPool();
        Executor virtual = VirtualThreads.getVirtualThreadsExecutor(threads);
        return virtual == null ? threads : virtual;
    }

    /** One request, with a permit once it runs. */
    private final class Work extends Callback.Nested implements Runnable {

        private final Request request;
        private final Response response;
        private final long since = System.nanoTime();

        private Work(Request request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void run() {
            try {
                if (System.nanoTime() - since > longestWait.toNanos()) {
                    Response.writeError(request, response, this, SERVICE_UNAVAILABLE);
                } else if (!WorkLimit.super.handle(request, response, this)) {
                    Response.writeError(request, response, this, NOT_FOUND);
                }
            } catch (Exception failed) {
                Response.writeError(request, response, this, failed);
            }
        }

        @Override
        public void completed() {
            passOn();
        }
    }
}
