package dev.streakline.domain.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * An immutable set of local days, 64 to a word, with its runs (specification, section 4).
 *
 * <p>A run may pass over <b>bridges</b>: days that cannot break it but do not count in it. Example: of the days 1, 2 and
 * 5 May the longest run is 1 to 2 May; with 3 and 4 May as bridges it is 1 to 5 May and its length 3.
 */
public final class ActivityCalendar {

    /** The calendar without a day. */
    public static final ActivityCalendar EMPTY = new ActivityCalendar(0, new long[0]);

    private static final int WORD = 64;

    /** Day d is in word {@code (d >> 6) - firstWord} at bit {@code d & 63}. First and last word are not 0. */
    private final int firstWord;

    private final long[] words;

    private ActivityCalendar(int firstWord, long[] words) {
        this.firstWord = firstWord;
        this.words = words;
    }

    /** The calendar of these dates, in any order, each once. */
    public static ActivityCalendar of(Collection<LocalDate> dates) {
        Builder days = new Builder();
        for (LocalDate date : dates) {
            days.add(Math.toIntExact(date.toEpochDay()));
        }
        return days.build();
    }

    /** All days from {@code first} to {@code last}, both inclusive; none when {@code last} is earlier. */
    public static ActivityCalendar rangeClosed(int first, int last) {
        if (last < first) {
            return EMPTY;
        }
        long[] words = new long[(last >> 6) - (first >> 6) + 1];
        Arrays.fill(words, -1L);
        words[0] &= -1L << first;
        words[words.length - 1] &= -1L >>> -(last + 1);
        return new ActivityCalendar(first >> 6, words);
    }

    /** Whether there is no day. */
    public boolean isEmpty() {
        return words.length == 0;
    }

    /** How many days there are. */
    public int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** The earliest day, in days since 1970-01-01. */
    public int first() {
        requireDays();
        return firstWord * WORD + Long.numberOfTrailingZeros(words[0]);
    }

    /** The latest day, in days since 1970-01-01. */
    public int last() {
        requireDays();
        return (firstWord + words.length) * WORD - 1 - Long.numberOfLeadingZeros(words[words.length - 1]);
    }

    private void requireDays() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty calendar has no first and no last day; ask isEmpty() before");
        }
    }

    /** Whether a date is one of the days. */
    public boolean contains(LocalDate date) {
        return contains(Math.toIntExact(date.toEpochDay()));
    }

    /** Whether a day, in days since 1970-01-01, is one of the days. */
    public boolean contains(int day) {
        return (word(day >> 6) >>> day & 1) != 0;
    }

    /** The word at an absolute position, 0 outside. */
    long word(int position) {
        int i = position - firstWord;
        return i >= 0 && i < words.length ? words[i] : 0;
    }

    /** How many of the days lie from {@code first} to {@code last}, both inclusive. */
    public int countBetween(int first, int last) {
        if (isEmpty() || last < first) {
            return 0;
        }
        int count = 0;
        int from = Math.max(first, firstWord * WORD);
        int to = Math.min(last, (firstWord + words.length) * WORD - 1);
        for (int position = from >> 6; position <= to >> 6; position++) {
            long word = words[position - firstWord];
            if (position == from >> 6) {
                word &= -1L << from;
            }
            if (position == to >> 6) {
                word &= -1L >>> -(to + 1);
            }
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The days of either. */
    public ActivityCalendar union(ActivityCalendar other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        int from = Math.min(firstWord, other.firstWord);
        int to = Math.max(firstWord + words.length, other.firstWord + other.words.length);
        long[] union = new long[to - from];
        for (int i = 0; i < union.length; i++) {
            union[i] = word(from + i) | other.word(from + i);
        }
        return new ActivityCalendar(from, union);
    }

    /** Those of the days that lie from {@code first} to {@code last}, both inclusive. */
    public ActivityCalendar subsetClosed(int first, int last) {
        Builder days = new Builder();
        ActivityCalendar span = rangeClosed(first, last);
        for (int position = span.firstWord; position < span.firstWord + span.words.length; position++) {
            days.or(position, word(position) & span.word(position));
        }
        return days.build();
    }

    /** Whether any day is one of both. */
    public boolean intersects(ActivityCalendar other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.word(firstWord + i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The earliest day from {@code day} on that is not one of the days. */
    public int nextAbsent(int day) {
        return nextAbsent(day, EMPTY);
    }

    /** The earliest of the days from {@code day} on; {@link Integer#MAX_VALUE} when there is none. */
    public int ceiling(int day) {
        int position = Math.max(day >> 6, firstWord);
        long present = word(position) & (position == day >> 6 ? -1L << day : -1L);
        while (present == 0 && position < firstWord + words.length) {
            position++;
            present = word(position);
        }
        return present == 0 ? Integer.MAX_VALUE : position * WORD + Long.numberOfTrailingZeros(present);
    }

    /** The latest of the days up to and including {@code day}; {@link Integer#MIN_VALUE} when there is none. */
    public int floor(int day) {
        int position = Math.min(day >> 6, firstWord + words.length - 1);
        long present = word(position) & (position == day >> 6 ? -1L >>> -(day + 1) : -1L);
        while (present == 0 && position > firstWord) {
            position--;
            present = word(position);
        }
        return present == 0 ? Integer.MIN_VALUE : position * WORD + WORD - 1 - Long.numberOfLeadingZeros(present);
    }

    /** Passes every day to {@code action}, ascending, in days since 1970-01-01. */
    public void forEach(IntConsumer each) {
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                each.accept((firstWord + i) * WORD + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** The longest run of consecutive days; of equally long ones the later. */
    public Optional<Run> longestRun() {
        // From the latest word down, so that only a longer run replaces the one found. A run is within one word or
        // crosses the upper edge of the word that it begins in.
        int best = 0;
        int bestFirst = 0;
        int open = 0;
        for (int i = words.length - 1; i >= 0; i--) {
            long word = words[i];
            if (word == -1L) {
                open += WORD;
                continue;
            }
            int top = Long.numberOfLeadingZeros(~word);
            if (open + top > best) {
                best = open + top;
                bestFirst = (firstWord + i + 1) * WORD - top;
            }
            for (long starts = startsOfRunsOver(best, word); starts != 0; starts &= starts >>> 1) {
                best++;
                bestFirst = (firstWord + i + 1) * WORD - 1 - Long.numberOfLeadingZeros(starts);
            }
            open = Long.numberOfTrailingZeros(~word);
        }
        if (open > best) {
            best = open;
            bestFirst = firstWord * WORD;
        }
        return best == 0 ? Optional.empty() : Optional.of(new Run(bestFirst, bestFirst + best - 1, best));
    }

    /** Where runs of more days than {@code length} begin in a word; from 63 days on only a full word could have one. */
    private static long startsOfRunsOver(int length, long word) {
        // Shifts by constants, each doubling the run that is known, cost a third of shifts by variables.
        int wanted = length + 1;
        long starts = wanted < WORD ? word : 0;
        if (wanted >= 2) {
            starts &= starts >>> 1;
            if (wanted >= 4) {
                starts &= starts >>> 2;
                if (wanted >= 8) {
                    starts &= starts >>> 4;
                    if (wanted >= 16) {
                        starts &= starts >>> 8;
                        if (wanted >= 32) {
                            starts &= starts >>> 16;
                        }
                    }
                }
            }
        }
        return starts & starts >>> (wanted - Integer.highestOneBit(wanted));
    }

    /** The longest run over these days and the bridges, counted in these days; of equally long ones the later. */
    public Optional<Run> longestRun(ActivityCalendar bridges) {
        return bridges.isEmpty() ? longestRun() : new BridgedDays(this, bridges).longestRun();
    }

    /**
     * The run that reaches a day: over these days and the bridges without a gap up to and including {@code day}, with
     * at least one of these days in it.
     */
    public Optional<Run> runEndingAt(int day, ActivityCalendar bridges) {
        return new BridgedDays(this, bridges).runEndingAt(day);
    }

    /** The earliest day from {@code day} on that is neither one of the days nor a bridge. */
    public int nextAbsent(int day, ActivityCalendar bridges) {
        return new BridgedDays(this, bridges).nextAbsent(day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityCalendar that
                && firstWord == that.firstWord
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * firstWord + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "no days"
                : size() + " days from " + LocalDate.ofEpochDay(first()) + " to " + LocalDate.ofEpochDay(last());
    }

    /** Collects days in any order; a day may be added again. Reusable after {@link #build()}, which empties it. */
    public static final class Builder {

        private int base;
        private int from;
        private int to;
        private long[] words = new long[0];

        /** Adds a day, in days since 1970-01-01. */
        public void add(int day) {
            or(day >> 6, 1L << day);
        }

        /** Whether a day was added. */
        public boolean contains(int day) {
            int i = (day >> 6) - base;
            return i >= 0 && i < words.length && (words[i] >>> day & 1) != 0;
        }

        /** Adds all days from {@code first} to {@code last}, both inclusive; none when {@code last} is earlier. */
        public void addClosed(int first, int last) {
            for (int day = first; day <= last; day++) {
                add(day);
            }
        }

        private void or(int position, long bits) {
            if (bits == 0) {
                return;
            }
            if (from == to || position < base || position >= base + words.length) {
                cover(position);
            }
            words[position - base] |= bits;
            from = Math.min(from, position);
            to = Math.max(to, position + 1);
        }

        private void cover(int position) {
            if (from == to) {
                from = position;
                to = position;
                base = position;
                words = words.length == 0 ? new long[8] : words;
                return;
            }
            int low = Math.min(from, position);
            int high = Math.max(to, position + 1);
            int slack = high - low;
            int newBase = position < base ? low - slack : base;
            long[] wider = new long[Math.max(words.length, high - newBase + slack)];
            System.arraycopy(words, from - base, wider, from - newBase, to - from);
            words = wider;
            base = newBase;
        }

        /** The calendar of the days added; the builder is empty again and keeps its room. */
        public ActivityCalendar build() {
            if (from == to) {
                return EMPTY;
            }
            ActivityCalendar calendar = new ActivityCalendar(from, Arrays.copyOfRange(words, from - base, to - base));
            clear();
            return calendar;
        }

        /** The calendar of the days added so far; more days can be added afterwards. */
        public ActivityCalendar snapshot() {
            return from == to ? EMPTY : new ActivityCalendar(from, Arrays.copyOfRange(words, from - base, to - base));
        }

        /** Forgets every day added. */
        public void clear() {
            if (from != to) {
                Arrays.fill(words, from - base, to - base, 0);
            }
            from = 0;
            to = 0;
        }
    }
}
