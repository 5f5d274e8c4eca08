package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that looks several times a second whether a server is there, and brings it back when it has ended, for as long
 * as that takes. Between tries that fail it waits 1 second, then twice as long each time, at most 30 seconds. On a full disk
 * it looks every second whether there is room instead.
 */
final class Keeper implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Longer than a start that is interrupted needs to end. */
    private static final Duration TO_END = Duration.ofSeconds(10);

    private static final String RETURNING = "the database server has ended and is being started again";

    private final Care care;
    private final FreeRoom room;
    private final Consumer<String> notices;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;

    /** The server that is looked after. */
    interface Care {

        /** Whether it lives and is not about to stop. */
        boolean isThere() throws IOException;

        /**
         * Starts it, or joins one that another process has started.
         *
         * @throws DatabaseUnavailable when it cannot be started
         */
        void bringBack() throws IOException, InterruptedException;

        /** What it wrote before it ended; empty when it wrote no reason. */
        String lastWords() throws IOException;

        /** A folder that cannot be used. */
        DatabaseUnavailable unusable(IOException failed);
    }

    private Keeper(Care care, FreeRoom room, Consumer<String> notices) {
        this.care = care;
        this.room = room;
        this.notices = notices;
        this.thread = new Thread(this::look, "streakline-server-keeper");
        thread.setDaemon(true);
    }

    /**
     * Begins to look.
     *
     * @param notices takes a line when the server was lost, when the reason of a failed try changes, and when it is back
     */
    static Keeper of(Care care, FreeRoom room, Consumer<String> notices) {
        Keeper keeper = new Keeper(care, room, notices);
        keeper.thread.start();
        return keeper;
    }

    /** Why the server is away; null when it is there. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    /**
     * Waits until a look that begins after this call has found the server there, or has brought it back.
     *
     * @return false when this is closed, or the thread is interrupted, before that; an interrupted thread stays so
     */
    boolean awaitServer() {
        // The look under way may have begun before.
        long awaited = looks.get() + 2;
        try {
            while (looks.get() < awaited) {
                if (closing.await(BETWEEN_LOOKS.toMillis() / 2, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (trouble.get() != null && !room.isEnough()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void look() {
        try {
            while (closing.getCount() > 0) {
                if (!isThere()) {
                    bringBack();
                }
                looks.incrementAndGet();
                await(BETWEEN_LOOKS);
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

    private void bringBack() throws InterruptedException {
        long lost = System.nanoTime();
        trouble.set(RETURNING);
        tell(RETURNING + ending());
        Duration pause = SHORTEST_PAUSE;
        String last = "";
        while (closing.getCount() > 0) {
            String failure = failureOfATry();
            if (failure.isEmpty()) {
                trouble.set(null);
                tell("the database server is back after "
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lost + 500_000_000) + " s");
                return;
            }
            // Times and process ids are others each time.
            String reason = failure.replaceAll("\\d+", "");
            if (!reason.equals(last)) {
                tell("the database server cannot be started yet, which is tried again: " + failure);
                last = reason;
            }
            trouble.set(RETURNING + "; the last try failed: "
                    + failure.lines().findFirst().orElse(""));
            pause = rest(pause);
        }
    }

    private String ending() {
        try {
            String said = care.lastWords();
            return said.isEmpty()
                    ? ". Its log gives no reason, as when it is killed"
                    : ". The end of its log:\n" + said;
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** Why a try failed; empty when it did not. */
    private String failureOfATry() throws InterruptedException {
        try {
            care.bringBack();
            return "";
        } catch (IOException failed) {
            return String.valueOf(care.unusable(failed).getMessage());
        } catch (DatabaseUnavailable failed) {
            return String.valueOf(failed.getMessage());
        } catch (RuntimeException failed) {
            // Nobody else would bring it back.
            return failed.toString();
        }
    }

    /** Rests until the next try, and gives the length of the rest after that one. */
    private Duration rest(Duration pause) throws InterruptedException {
        if (room.isEnough()) {
            await(pause);
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        }
        long before = room.bytes();
        Deadline longest = Deadline.in(LONGEST_PAUSE);
        trouble.set(RETURNING + "; the disk is full: " + room.shortage());
        do {
            await(SHORTEST_PAUSE);
        } while (closing.getCount() > 0 && !longest.isOver() && !room.isEnough() && room.bytes() <= before);
        return SHORTEST_PAUSE;
    }

    private void await(Duration pause) throws InterruptedException {
        boolean unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails because it is being closed concerns nobody. */
    private void tell(String word) {
        if (closing.getCount() > 0) {
            notices.accept(word);
        }
    }

    /** Ends the looking, and waits for a try that is under way at most 10 seconds; the server stays. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(TO_END.toMillis());
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
