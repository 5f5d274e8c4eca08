package dev.streakline.cli.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Waits for a server of somebody else to which the connection was lost: for a minute, with longer and longer pauses. */
final class LostConnection implements BooleanSupplier {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;

    private final DataSource server;
    private final Consumer<String> words;

    LostConnection(DataSource server, Consumer<String> words) {
        this.server = server;
        this.words = words;
    }

    /** Whether it answers again. */
    @Override
    public boolean getAsBoolean() {
        words.accept("the connection to the database was lost; it is tried again for a minute");
        long end = System.nanoTime() + LONGEST.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(pause);
                if (answers()) {
                    words.accept("the database answers again");
                    return true;
                }
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
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
