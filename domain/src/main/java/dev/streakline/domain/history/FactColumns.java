package dev.streakline.domain.history;

import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.domain.lifetime.InteractionKind;
import java.util.Arrays;

/**
 * Watch and interaction facts as rows of primitive columns, 18 bytes a row. Channels, platforms and sessions take four
 * more each and ranges eight, from the first row that has one on. The rows of one viewer are adjacent, in any order.
 * Rows are only ever appended; a reader may look at rows while later ones are appended by the same thread.
 *
 * <p>Titles, channels, platforms and sessions are dense keys; a session's key needs to be distinct within its viewer
 * only.
 */
public final class FactColumns {

    /** The seconds of a session of unknown length. */
    public static final int UNKNOWN_SECONDS = -1;

    private static final long MOST_BITS = 1_000_000_000;
    private static final Completed[] COMPLETED = Completed.values();
    private static final int COMPLETED_BITS = 3;
    private static final int DATE_ONLY = 4;
    private static final int RANGE = 8;
    /** The kind of a row that is a play; other rows have one more than the ordinal of their interaction. */
    private static final byte PLAY = 0;

    private static final InteractionKind[] KINDS = InteractionKind.values();
    private static final int[] ABSENT = {};

    private int size;
    private long[] times;
    private int[] titles;
    private int[] channels = ABSENT;
    private int[] platforms = ABSENT;
    private int[] sessions = ABSENT;
    /** The seconds of a session, or the bits of an interaction. */
    private int[] amounts;

    private int[] firstPositions = ABSENT;
    private int[] lastPositions = ABSENT;
    private byte[] kinds;
    private byte[] flags;

    /**
     * Empty columns.
     *
     * @param capacity how many rows fit before the columns grow
     */
    public FactColumns(int capacity) {
        times = new long[capacity];
        titles = new int[capacity];
        amounts = new int[capacity];
        kinds = new byte[capacity];
        flags = new byte[capacity];
    }

    /**
     * Appends a watch fact with an instant.
     *
     * @param at its start, microseconds since 1970
     * @param title its key, or {@link Titles#NONE}
     * @param stated the seconds it states, 0 to 86,400, or {@link #UNKNOWN_SECONDS}
     */
    public void watch(long at, int title, int stated, Completed completed) {
        append(at, title, requireStated(stated), PLAY, completed.ordinal());
    }

    /**
     * Appends a watch fact of which only the local date is known.
     *
     * @param day days since 1970-01-01
     */
    public void watchOn(int day, int title, int stated, Completed completed) {
        append(day, title, requireStated(stated), PLAY, completed.ordinal() | DATE_ONLY);
    }

    /**
     * Appends an interaction.
     *
     * @param at its instant, microseconds since 1970
     * @param channel the key of the channel, or {@link NameIndex#NONE} where channels are not needed
     * @param bits what it was worth, 0 to 1,000,000,000
     */
    public void interaction(long at, int channel, InteractionKind kind, long bits) {
        if (bits < 0 || bits > MOST_BITS) {
            throw new IllegalArgumentException("bits must be from 0 to " + MOST_BITS + ", but is " + bits);
        }
        append(at, Titles.NONE, (int) bits, kind.ordinal() + 1, 0);
        if (channel != NameIndex.NONE) {
            onChannel(channel);
        }
    }

    private void append(long time, int title, int amount, int kind, int flag) {
        if (size == times.length) {
            grow();
        }
        times[size] = time;
        titles[size] = title;
        amounts[size] = amount;
        kinds[size] = (byte) kind;
        flags[size] = (byte) flag;
        if (channels != ABSENT) {
            channels[size] = NameIndex.NONE;
        }
        if (platforms != ABSENT) {
            platforms[size] = NameIndex.NONE;
        }
        if (sessions != ABSENT) {
            sessions[size] = NameIndex.NONE;
        }
        size++;
    }

    private static int requireStated(int seconds) {
        return seconds == UNKNOWN_SECONDS ? seconds : requireSeconds(seconds);
    }

    private static int requireSeconds(long seconds) {
        if (seconds < 0 || seconds > 86_400) {
            throw new IllegalArgumentException("seconds must be from 0 to 86400, or -1 for unknown, but is " + seconds);
        }
        return (int) seconds;
    }

    private void grow() {
        int capacity = Math.max(64, Math.addExact(size, size / 2));
        times = Arrays.copyOf(times, capacity);
        titles = Arrays.copyOf(titles, capacity);
        channels = grown(channels, capacity);
        platforms = grown(platforms, capacity);
        sessions = grown(sessions, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        firstPositions = grown(firstPositions, capacity);
        lastPositions = grown(lastPositions, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    private static int[] grown(int[] column, int capacity) {
        return column == ABSENT ? column : Arrays.copyOf(column, capacity);
    }

    /** A column whose value is set for the fact appended last and absent for all before. */
    private int[] ensureColumn(int[] column) {
        if (column != ABSENT) {
            return column;
        }
        int[] made = new int[times.length];
        Arrays.fill(made, NameIndex.NONE);
        return made;
    }

    /**
     * Sets the part of its title that the fact appended last covers. A fact that states no seconds then has the length
     * of the range (detail 2).
     *
     * @param from seconds from the beginning of the title, inclusive, 0 or more
     * @param to exclusive, at most 2^31
     * @throws IllegalArgumentException for an empty range, one outside the bounds, or one longer than 24 hours on a
     *     fact that states no seconds
     */
    public void ofRange(long from, long to) {
        if (from < 0 || to <= from || to > 1L << 31) {
            throw new IllegalArgumentException(
                    "a range must have 0 <= from < to <= 2^31, but is " + from + " to " + to);
        }
        int last = size - 1;
        if (amounts[last] == UNKNOWN_SECONDS) {
            amounts[last] = requireSeconds(to - from);
        }
        putRange((int) from, (int) (to - 1));
        flags[last] |= RANGE;
    }

    private void putRange(int first, int last) {
        firstPositions = ensureColumn(firstPositions);
        lastPositions = ensureColumn(lastPositions);
        firstPositions[size - 1] = first;
        lastPositions[size - 1] = last;
    }

    /** Sets the channel of the fact appended last, by the channel's key. */
    public void onChannel(int channel) {
        channels = ensureColumn(channels);
        channels[size - 1] = channel;
    }

    /** Sets the platform of the fact appended last, by the platform's key. */
    public void onPlatform(int platform) {
        platforms = ensureColumn(platforms);
        platforms[size - 1] = platform;
    }

    /** Sets the sitting of the fact appended last; sittings of one viewer with equal keys are one. */
    public void inSession(int session) {
        sessions = ensureColumn(sessions);
        sessions[size - 1] = session;
    }

    /** Appends a row of other columns. */
    public void copy(FactColumns other, int row) {
        append(other.times[row], other.titles[row], other.amounts[row], other.kinds[row], other.flags[row]);
        if (other.channel(row) != NameIndex.NONE) {
            onChannel(other.channel(row));
        }
        if (other.platform(row) != NameIndex.NONE) {
            onPlatform(other.platform(row));
        }
        if (other.session(row) != NameIndex.NONE) {
            inSession(other.session(row));
        }
        if (other.hasRange(row)) {
            putRange(other.firstPositions[row], other.lastPositions[row]);
        }
    }

    /**
     * The rows in another order: first row {@code order[0]}, then {@code order[1]} and so on. Column by column, which is
     * several times as fast as row by row.
     */
    public FactColumns inOrder(int[] order) {
        FactColumns ordered = new FactColumns(order.length);
        for (int i = 0; i < order.length; i++) {
            ordered.times[i] = times[order[i]];
        }
        for (int i = 0; i < order.length; i++) {
            ordered.kinds[i] = kinds[order[i]];
            ordered.flags[i] = flags[order[i]];
        }
        ordered.titles = inOrder(titles, order);
        ordered.amounts = inOrder(amounts, order);
        ordered.channels = inOrder(channels, order);
        ordered.platforms = inOrder(platforms, order);
        ordered.sessions = inOrder(sessions, order);
        ordered.firstPositions = inOrder(firstPositions, order);
        ordered.lastPositions = inOrder(lastPositions, order);
        ordered.size = order.length;
        return ordered;
    }

    private static int[] inOrder(int[] column, int[] order) {
        if (column == ABSENT) {
            return column;
        }
        int[] ordered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = column[order[i]];
        }
        return ordered;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** Removes every row and keeps the allocated memory. */
    public void clear() {
        size = 0;
    }

    /** The instant in microseconds since 1970, or the date in days since 1970 where {@link #isDateOnly}. */
    public long time(int row) {
        return times[row];
    }

    public int title(int row) {
        return titles[row];
    }

    public int channel(int row) {
        return channels == ABSENT ? NameIndex.NONE : channels[row];
    }

    public int platform(int row) {
        return platforms == ABSENT ? NameIndex.NONE : platforms[row];
    }

    public int session(int row) {
        return sessions == ABSENT ? NameIndex.NONE : sessions[row];
    }

    /** What the session states, or the length of its range; else {@link #UNKNOWN_SECONDS}. */
    public int seconds(int row) {
        return amounts[row];
    }

    /** What the interaction was worth. */
    public int bits(int row) {
        return amounts[row];
    }

    public InteractionKind interactionKind(int row) {
        return KINDS[kinds[row] - 1];
    }

    public Completed completed(int row) {
        return COMPLETED[flags[row] & COMPLETED_BITS];
    }

    public boolean isDateOnly(int row) {
        return (flags[row] & DATE_ONLY) != 0;
    }

    public boolean isInteraction(int row) {
        return kinds[row] != PLAY;
    }

    public boolean hasRange(int row) {
        return (flags[row] & RANGE) != 0;
    }

    /** The first second of the range. */
    public long rangeFrom(int row) {
        return firstPositions[row];
    }

    /** The second after the last of the range. */
    public long rangeTo(int row) {
        return lastPositions[row] + 1L;
    }
}
