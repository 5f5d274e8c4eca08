package dev.streakline.http.server;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Buffers answers until their readers have taken them, so that no thread waits for a slow reader. Readers below the
 * {@link MinimumDataRate} are cut. When all answers together exceed their limit, the reader that has been waited for
 * longest is cut, too.
 */
public final class UnreadAnswers extends Handler.Wrapper {

    /** A writer of more to one answer waits for its reader. */
    private static final long MOST_OF_ONE_ANSWER = 256 * 1024;

    /** The bytes of one write, and so the precision with which a reader's progress is seen. */
    private static final int SLICE = 16 * 1024;

    /** A reader that delays an answer for less is not slow. */
    private static final long SLOW_NANOS = 1_000_000_000L;

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Answer> unread = ConcurrentHashMap.newKeySet();

    /** @param mostBytes of all answers together */
    public UnreadAnswers(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Answer answer = new Answer(request, response, callback);
        return super.handle(request, answer, new End(answer));
    }

    /** Cuts the readers who are too slow by now. */
    void cutSlowReaders() {
        long now = System.nanoTime();
        unread.forEach(answer -> answer.cutIfSlow(now));
    }

    private void count(long more) {
        if (bytes.addAndGet(more) > mostBytes) {
            long now = System.nanoTime();
            unread.stream()
                    .filter(answer -> now - answer.since > SLOW_NANOS)
                    .min(Comparator.comparingLong(answer -> answer.since - now))
                    .ifPresent(Answer::cut);
        }
    }

    /**
     * Some bytes of an answer.
     *
     * @param counted how many of them are buffered for this answer alone
     */
    private record Part(ByteBuffer content, boolean isLast, int counted) {

        private static Part of(@Nullable ByteBuffer content, boolean isLast) {
            if (content == null || !content.hasRemaining()) {
                return new Part(ByteBuffer.allocate(0), isLast, 0);
            }
            if (content.isReadOnly()) {
                // It must not be changed: many answers share it.
                return new Part(content.slice(), isLast, 0);
            }
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            return new Part(ByteBuffer.wrap(bytes), isLast, bytes.length);
        }
    }

    /** One answer: what was written to it and the reader has not taken. */
    private final class Answer extends Response.Wrapper {

        private final Writing writing = new Writing();
        private final MinimumDataRate rate = MinimumDataRate.ofAnswers();
        private final Deque<Part> parts = new ArrayDeque<>();
        private final Callback end;
        private long kept;
        private boolean isWriting;
        private boolean isEnded;
        private boolean hasLast;
        private @Nullable Callback waiting;
        private @Nullable Throwable failure;
        private volatile long since;

        private Answer(Request request, Response response, Callback end) {
            super(request, response);
            this.end = end;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            Part part = Part.of(content, last);
            int length = part.content().remaining();
            if (last && length > SLICE && !isCommitted() && !getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
            }
            Throwable failed;
            boolean mustWait;
            synchronized (this) {
                failed = failure;
                mustWait = kept + part.counted() > MOST_OF_ONE_ANSWER;
                if (failed == null) {
                    kept += part.counted();
                    parts.add(part);
                    hasLast |= last;
                    waiting = mustWait ? callback : null;
                }
            }
            if (failed != null) {
                callback.failed(failed);
                return;
            }
            count(part.counted());
            writing.iterate();
            watchWhileUnread();
            if (!mustWait) {
                callback.succeeded();
            }
        }

        private void watchWhileUnread() {
            if (isUnread()) {
                unread.add(this);
                if (!isUnread()) {
                    unread.remove(this);
                }
            }
        }

        private synchronized boolean isUnread() {
            return isWriting;
        }

        /** Buffered content is always sent soon. */
        @Override
        public boolean isCommitted() {
            return isUnread() || super.isCommitted();
        }

        @Override
        public synchronized boolean hasLastWrite() {
            return hasLast;
        }

        private void cutIfSlow(long now) {
            if (isUnread() && rate.isTooSlowFor(now - since, SLICE)) {
                cut();
            }
        }

        private void cut() {
            getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new TimeoutException("the answer is read too slowly"));
        }

        /** Everything was written to it. */
        private void end() {
            Throwable failed;
            synchronized (this) {
                isEnded = true;
                failed = failure;
                if (failed == null && (isWriting || !parts.isEmpty())) {
                    return;
                }
            }
            if (failed == null) {
                end.succeeded();
            } else {
                end.failed(failed);
            }
        }

        /** Writes one slice after another as the reader takes them. */
        private final class Writing extends IteratingCallback {

            private int length;
            private int counted;

            @Override
            protected Action process() {
                ByteBuffer slice;
                boolean isLast;
                synchronized (Answer.this) {
                    Part part = parts.peek();
                    if (part == null) {
                        return Action.IDLE;
                    }
                    length = Math.min(SLICE, part.content().remaining());
                    counted = part.counted() == 0 ? 0 : length;
                    slice = part.content().slice();
                    slice.limit(length);
                    part.content().position(part.content().position() + length);
                    boolean isWhole = !part.content().hasRemaining();
                    if (isWhole) {
                        parts.remove();
                    }
                    isLast = isWhole && part.isLast();
                    isWriting = true;
                }
                since = System.nanoTime();
                getWrapped().write(isLast, slice, this);
                return Action.SCHEDULED;
            }

            @Override
            protected void onSuccess() {
                rate.waited(System.nanoTime() - since);
                boolean isTooSlow = rate.isTooSlowAfter(length);
                Callback resumed = null;
                boolean isOver;
                synchronized (Answer.this) {
                    kept -= counted;
                    isWriting = !parts.isEmpty();
                    isOver = isEnded && !isWriting;
                    if (kept <= MOST_OF_ONE_ANSWER) {
                        resumed = waiting;
                        waiting = null;
                    }
                }
                count(-counted);
                if (!isUnread()) {
                    unread.remove(Answer.this);
                }
                if (isOver) {
                    end.succeeded();
                } else if (isTooSlow) {
                    cut();
                }
                if (resumed != null) {
                    resumed.succeeded();
                }
            }

            @Override
            protected void onCompleteFailure(Throwable cause) {
                Callback failed;
                boolean isOver;
                long given;
                synchronized (Answer.this) {
                    failure = cause;
                    given = kept;
                    kept = 0;
                    parts.clear();
                    isWriting = false;
                    isOver = isEnded;
                    failed = waiting;
                    waiting = null;
                }
                count(-given);
                unread.remove(Answer.this);
                if (failed != null) {
                    failed.failed(cause);
                }
                if (isOver) {
                    end.failed(cause);
                }
            }
        }
    }

    /** The end of one answer. */
    private static final class End extends Callback.Nested {

        private final Answer answer;

        private End(Answer answer) {
            super(answer.end);
            this.answer = answer;
        }

        @Override
        public void succeeded() {
            answer.end();
        }
    }
}
