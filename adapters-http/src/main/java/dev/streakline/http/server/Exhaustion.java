package dev.streakline.http.server;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Detects when memory runs out in what all requests depend on: the threads of the server, its buffers, and its
 * selectors. Jetty then continues as if nothing had happened, and answers no request any more.
 */
public final class Exhaustion {

    private static final int MOST_THREADS = 250;
    private static final int FEWEST_THREADS = 8;
    private static final int FIRST_WITHOUT_PINNING = 24;

    private final Consumer<OutOfMemoryError> listener;

    public Exhaustion(Consumer<OutOfMemoryError> listener) {
        this.listener = listener;
    }

    /** Reports a failure caused by too little memory; ignores any other. */
    void look(Throwable failed) {
        Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .filter(OutOfMemoryError.class::isInstance)
                .map(OutOfMemoryError.class::cast)
                .findFirst()
                .ifPresent(listener);
    }

    /** The threads of a server; on a Java that does not pin them, requests have virtual ones. */
    public QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS) {
            @Override
            protected void runJob(Runnable job) {
                try {
                    super.runJob(job);
                } catch (OutOfMemoryError exhausted) {
                    listener.accept(exhausted);
                    throw exhausted;
                }
            }
        };
        threads.setName("streakline-http");
        if (Runtime.version().feature() >= FIRST_WITHOUT_PINNING) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("streakline-http"));
        }
        return threads;
    }

    /** The buffers of a server. */
    ArrayByteBufferPool buffers() {
        return new ArrayByteBufferPool() {
            @Override
            public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
                try {
                    return super.acquire(size, direct);
                } catch (OutOfMemoryError exhausted) {
                    listener.accept(exhausted);
                    throw exhausted;
                }
            }
        };
    }
}
