package dev.streakline.cli.wiring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Resources that are closed together, the last opened first: on request, and at the end of the process, also when a
 * signal ends it while something is being opened or closed.
 */
final class ShutdownStack implements AutoCloseable {

    /**
     * Longer than a server takes to start; a thread that waits for another process instead has nothing to close yet.
     */
    private static final Duration FOR_WHAT_IS_BEING_OPENED = Duration.ofSeconds(30);

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Deque<Runnable> closings = new ArrayDeque<>();
    private boolean isOver;

    /** Nothing yet. */
    static ShutdownStack atTheEndOfTheProcess() {
        ShutdownStack shutdownStack = new ShutdownStack();
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(shutdownStack::closeAtTheEnd, "close the database"));
        } catch (IllegalStateException ending) {
            shutdownStack.isOver = true;
        }
        return shutdownStack;
    }

    /**
     * Opens something that is to be closed.
     *
     * @throws CancellationException when the process is ending
     */
    <T> T open(Supplier<T> opening, Consumer<T> closing) {
        oneAtATime.lock();
        try {
            if (isOver) {
                throw new CancellationException("the process is ending");
            }
            T open = opening.get();
            closings.push(() -> closing.accept(open));
            return open;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void closeAtTheEnd() {
        try {
            if (oneAtATime.tryLock(FOR_WHAT_IS_BEING_OPENED.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    close();
                } finally {
                    oneAtATime.unlock();
                }
            }
        } catch (InterruptedException | RuntimeException givenUp) {
            // The process ends anyway; a server that is still there is adopted by the next one.
        }
    }

    /** Closes everything, also after something could not be closed; the first failure is thrown at the end. */
    @Override
    public void close() {
        oneAtATime.lock();
        try {
            isOver = true;
            closeAll();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void closeAll() {
        RuntimeException first = null;
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
