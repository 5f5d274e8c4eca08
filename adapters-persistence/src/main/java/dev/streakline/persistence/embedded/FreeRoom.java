package dev.streakline.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The free room on the disk of a store, and the floor below which no facts are accepted: PostgreSQL ends in the middle
 * of its work when it cannot write its log. Measured at most once a second. Safe for use by several threads.
 */
public final class FreeRoom {
    /** For the log of PostgreSQL: three segments of 16 MiB. */
    private static final long OF_THE_LOG = 3L * 16 * 1024 * 1024;

    /** For what is written between two measurements, where nothing else is set, in bytes. */
    public static final long RESERVE = 64_000_000;

    private static final long LONGEST_LIFE_NANOS = 1_000_000_000;
    private static final long MEGABYTE = 1_000_000;

    private final LongSupplier measure;
    private final long floor;
    private final AtomicReference<@Nullable Measured> last = new AtomicReference<>();

    private record Measured(long bytes, long nanoTime) {}

    private FreeRoom(LongSupplier measure, long floor) {
        this.measure = measure;
        this.floor = floor;
    }

    /**
     * The room on the disk of a folder.
     *
     * @param reserve bytes that must be free beside those for PostgreSQL's log, at least 0
     */
    public static FreeRoom on(Path folder, long reserve) {
        return measuredBy(() -> usable(folder), OF_THE_LOG + reserve);
    }

    /**
     * The room that a measure gives.
     *
     * @param measure free bytes; called at most once a second
     * @param floor bytes that must be free, at least 0
     */
    public static FreeRoom measuredBy(LongSupplier measure, long floor) {
        return new FreeRoom(measure, floor);
    }

    /**
     * A disk that cannot be measured, as after an unmount, counts as one with room: other failures report the cause.
     */
    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** Bytes that must be free. */
    public long floor() {
        return floor;
    }

    /** Free bytes, at most a second ago. */
    public long bytes() {
        Measured known = last.get();
        if (known == null || System.nanoTime() - known.nanoTime() > LONGEST_LIFE_NANOS) {
            known = new Measured(measure.getAsLong(), System.nanoTime());
            last.set(known);
        }
        return known.bytes();
    }

    /** Whether there is enough of it. */
    public boolean isEnough() {
        return bytes() >= floor;
    }

    /** How much there is and how much is needed, for people: {@code 40 MB are free, and 115 MB are needed}. */
    public String shortage() {
        return String.format(
                Locale.ROOT, "%,d MB are free, and %,d MB are needed", bytes() / MEGABYTE, floor / MEGABYTE + 1);
    }
}
