package dev.streakline.persistence.database;

import dev.streakline.application.work.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Waits for an external server after its connection was lost, with growing pauses. Threads that lose it at the same
 * time wait together.
 */
public final class LostConnection implements BooleanSupplier {

    /** For how long it is tried, unless it is for a test. */
    public static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(8));

    private final DataSource server;
    private final Duration longest;
    private final Consumer<String> notices;
    private final ReentrantLock waiting = new ReentrantLock();
    private final AtomicInteger waits = new AtomicInteger();
    /** How the last wait ended; guarded by the lock. */
    private volatile boolean isBack;

    /**
     * Nothing is lost yet.
     *
     * @param server gives a new connection each time
     * @param longest for how long it is tried
     * @param notices receives a line when the connection is lost, and when the server answers again
     */
    public LostConnection(DataSource server, Duration longest, Consumer<String> notices) {
        this.server = server;
        this.longest = longest;
        this.notices = notices;
    }

    /** Whether it answers again. */
    @Override
    public boolean getAsBoolean() {
        int before = waits.get();
        try {
            waiting.lockInterruptibly();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (waits.get() == before) {
                isBack = awaitAnswer();
                waits.incrementAndGet();
            }
            return isBack;
        } finally {
            waiting.unlock();
        }
    }

    private boolean awaitAnswer() {
        notices.accept("the connection to the database was lost; trying again for " + longest.toSeconds() + " seconds");
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (int failures = 1; System.nanoTime() < end; failures++) {
                TimeUnit.MILLISECONDS.sleep(BACK_OFF.after(failures).toMillis());
                if (answers()) {
                    notices.accept("the database answers again");
                    return true;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean answers() {
        try (Connection connection = server.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }
}
