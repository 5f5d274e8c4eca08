package dev.streakline.http.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many requests are in progress at once, and gives no credential more of them than are left for all others.
 * The others wait without a thread, those of one credential in the order of arrival, and are refused with 503 after
 * five seconds. Liveness is answered at once. A body that is read while it arrives has a slot in {@link LongBodies}
 * instead, so that slow senders do not delay others.
 *
 * <p>A request is done here when its answer is made, not when it is read, unlike in Jetty's {@code QoSHandler}: slow
 * readers delay no other request.
 */
public final class WorkLimit extends Handler.Wrapper {

    /** How long a request waits before it is refused. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final String LIVENESS = "/livez";
    private static final String NOBODY = "none";
    private static final int NOT_FOUND = 404;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Duration longestWait;
    private final FairShares places;

    /** The waiting requests, by credential; the credential whose turn is next comes first. */
    private final Map<String, Deque<Work>> waiting = new LinkedHashMap<>();

    public WorkLimit(FairShares places, Duration longestWait) {
        this.places = places;
        this.longestWait = longestWait;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (needsNoPlace(request)) {
            return super.handle(request, response, callback);
        }
        Work work = new Work(request, response, callback);
        if (begins(work)) {
            work.run();
        } else {
            getServer().getScheduler().schedule(work::refuse, longestWait.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private static boolean needsNoPlace(Request request) {
        CheckedRequest checked = CheckedRequest.of(request);
        return LIVENESS.equals(request.getHttpURI().getPath())
                || (checked != null && LongBodies.isReadWhileItComes(checked, request));
    }

    /** Whether the work may begin; else it is queued. */
    private synchronized boolean begins(Work work) {
        if (!waiting.containsKey(work.holder) && places.take(work.holder, 1)) {
            return true;
        }
        waiting.computeIfAbsent(work.holder, first -> new ArrayDeque<>()).add(work);
        return false;
    }

    /** Frees a slot, and starts waiting work in all free ones. */
    private void end(Work ended) {
        places.giveBack(ended.holder, 1);
        for (Work next = next(); next != null; next = next()) {
            executor().execute(next);
        }
    }

    private synchronized @Nullable Work next() {
        for (Deque<Work> queue : List.copyOf(waiting.values())) {
            Work first = queue.element();
            if (places.take(first.holder, 1)) {
                queue.remove();
                // The others of this credential come after all others.
                waiting.remove(first.holder);
                if (!queue.isEmpty()) {
                    waiting.put(first.holder, queue);
                }
                return first;
            }
        }
        return null;
    }

    /** Removes work that is still waiting; returns whether it was. */
    private synchronized boolean leaves(Work work) {
        Deque<Work> queue = waiting.get(work.holder);
        if (queue == null || !queue.remove(work)) {
            return false;
        }
        if (queue.isEmpty()) {
            waiting.remove(work.holder);
        }
        return true;
    }

    private Executor executor() {
        Executor threads = getServer().getThreadPool();
        Executor virtual = VirtualThreads.getVirtualThreadsExecutor(threads);
        return virtual == null ? threads : virtual;
    }

    private static String holder(Request request) {
        CheckedRequest checked = CheckedRequest.of(request);
        return checked == null ? NOBODY : checked.caller().credential();
    }

    /** One request, which has a slot while it runs. */
    private final class Work extends Callback.Nested implements Runnable {

        private final Request request;
        private final Response response;
        private final String holder;

        private Work(Request request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
            this.holder = holder(request);
        }

        @Override
        public void run() {
            try {
                if (!WorkLimit.super.handle(request, response, this)) {
                    Response.writeError(request, response, this, NOT_FOUND);
                }
            } catch (Exception failed) {
                Response.writeError(request, response, this, failed);
            }
        }

        /** It has waited for too long, unless its turn has come. */
        private void refuse() {
            if (leaves(this)) {
                Response.writeError(request, response, getCallback(), SERVICE_UNAVAILABLE);
            }
        }

        @Override
        public void completed() {
            end(this);
        }
    }
}
