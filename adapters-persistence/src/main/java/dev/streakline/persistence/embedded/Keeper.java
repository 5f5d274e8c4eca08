package dev.streakline.persistence.embedded;

import dev.streakline.application.work.BackOff;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that checks several times a second whether a server is there. It restarts a server that has ended, for as
 * long as that takes. It backs off between failed tries: 1 second, then twice as long each time, at most 30 seconds. On
 * a full disk it checks every second whether there is room instead.
 */
final class Keeper implements AutoCloseable {
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    /** Longer than a start that is interrupted needs to end. */
    private static final Duration TO_END = Duration.ofSeconds(10);

    private static final String RETURNING = "the database server has stopped and is being started again";

    private final Care care;
    private final FreeRoom room;
    private final Consumer<String> words;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final AtomicLong checks = new AtomicLong();
    private final Thread thread = new Thread(this::check, "streakline-server-keeper");

    /** The server. */
    interface Care {

        /** Whether it is running and not about to stop. */
        boolean isThere() throws IOException;

        /**
         * Starts it, or joins one that another process has started.
         *
         * @throws DatabaseUnavailableException when it cannot be started
         */
        void bringBack();

        /** What the server logged before it ended; empty when it logged no reason. */
        String lastWords() throws IOException;
    }

    private Keeper(Care care, FreeRoom room, Consumer<String> words) {
        this.care = care;
        this.room = room;
        this.words = words;
        thread.setDaemon(true);
    }

    /**
     * Starts the checks.
     *
     * @param words receives a line when the server was lost, when the reason of a failed try changes, and when it is
     *     back
     */
    static Keeper of(Care care, FreeRoom room, Consumer<String> words) {
        Keeper keeper = new Keeper(care, room, words);
        keeper.thread.start();
        return keeper;
    }

    /** Why the server is away; null when it is there. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    /**
     * Waits until a check that begins after this call has found the server, or restarted it.
     *
     * @return false when this is closed, the thread is interrupted or the disk is full before that
     */
    boolean awaitServer() {
        // The present check may have begun before.
        long awaited = checks.get() + 2;
        try {
            while (checks.get() < awaited) {
                boolean isHopeless = trouble.get() != null && !room.isEnough();
                if (isHopeless || closing.await(BETWEEN_CHECKS.toMillis() / 2, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void check() {
        try {
            while (closing.getCount() > 0) {
                if (!isThere()) {
                    restart();
                }
                checks.incrementAndGet();
                await(BETWEEN_CHECKS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThere() {
        try {
            return care.isThere();
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    private void restart() throws InterruptedException {
        long lost = System.nanoTime();
        trouble.set(RETURNING);
        report(RETURNING + ending());
        int failures = 0;
        String last = "";
        while (closing.getCount() > 0) {
            String failure = failureOfATry();
            if (failure.isEmpty()) {
                trouble.set(null);
                report("the database server is back after "
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lost + 500_000_000) + " s");
                return;
            }
            // Times and process ids are others each time.
            String reason = failure.replaceAll("\\d+", "");
            if (!reason.equals(last)) {
                report("the database server cannot be started yet, and is tried again: " + failure);
                last = reason;
            }
            String firstLine = failure.lines().findFirst().orElse("");
            trouble.set(RETURNING + "; the last attempt failed: " + firstLine);
            failures = awaitNextTry(failures + 1);
        }
    }

    private String ending() {
        try {
            String logged = care.lastWords();
            return logged.isEmpty() ? ". Its log gives no reason, as after a kill" : ". The end of its log:\n" + logged;
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** Why a try failed; empty when it did not. */
    private String failureOfATry() {
        try {
            care.bringBack();
            return "";
        } catch (DatabaseUnavailableException failed) {
            return String.valueOf(failed.getMessage());
        } catch (RuntimeException failed) {
            // No other thread would restart it.
            return failed.toString();
        }
    }

    /** Waits, and returns how many failures the next back-off counts: none once a full disk was waited for. */
    private int awaitNextTry(int failures) throws InterruptedException {
        if (room.isEnough()) {
            await(BACK_OFF.after(failures));
            return failures;
        }
        long before = room.bytes();
        Deadline longest = Deadline.in(BACK_OFF.longest());
        trouble.set(RETURNING + "; the disk is full: " + room.shortage());
        do {
            await(BACK_OFF.first());
        } while (closing.getCount() > 0 && !longest.isOver() && !room.isEnough() && room.bytes() <= before);
        return 0;
    }

    private void await(Duration pause) throws InterruptedException {
        boolean unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reports nothing that fails because this is being closed. */
    private void report(String line) {
        if (closing.getCount() > 0) {
            words.accept(line);
        }
    }

    /** Ends the checks, and waits 10 seconds at most for a try that is under way; the server stays. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            Work.uninterrupted(thread, checking -> {
                checking.join(TO_END.toMillis());
                return checking;
            });
        } catch (IOException | InterruptedException again) {
            // The thread ends by itself.
        }
    }
}
