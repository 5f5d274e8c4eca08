package dev.streakline.persistence.rows;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.nio.ByteBuffer;

/**
 * Calendars as bytes, in the shorter of two forms: lengths of runs and gaps, for viewers who watch seldom or always, or
 * one bit a day. A calendar begins with the number of its bytes times two, plus one for bits; the empty one is 0.
 */
public final class CalendarBytes {

    private static final int BITS = 1;

    private CalendarBytes() {}

    public static void write(Bytes out, ActivityCalendar days) {
        if (days.isEmpty()) {
            out.writeUnsigned(0);
            return;
        }
        Bytes runs = new Bytes();
        boolean isShorter = writeRuns(runs, days);
        Bytes shorter = isShorter ? runs : bits(days);
        out.writeUnsigned(2L * shorter.size() + (isShorter ? 0 : BITS));
        out.write(shorter);
    }

    public static ActivityCalendar read(ByteBuffer in) {
        int head = Bytes.readCount(in);
        if (head == 0) {
            return ActivityCalendar.EMPTY;
        }
        ByteBuffer body = in.slice(in.position(), head / 2);
        in.position(in.position() + head / 2);
        return (head & BITS) == 0 ? ofRuns(body) : ofBits(body);
    }

    /**
     * Writes the first day, the length of the first run less 1, then of each gap and run, less 1.
     *
     * @return false when it gave up, for bits are shorter
     */
    private static boolean writeRuns(Bytes out, ActivityCalendar days) {
        int first = days.first();
        int last = days.last();
        out.writeSigned(first);
        int most = out.size() + bytesOfBits(first, last);
        int end = days.nextAbsent(first);
        out.writeUnsigned(end - first - 1L);
        while (end <= last && out.size() <= most) {
            int next = days.ceiling(end);
            out.writeUnsigned(next - end - 1L);
            end = days.nextAbsent(next);
            out.writeUnsigned(end - next - 1L);
        }
        return out.size() <= most;
    }

    private static ActivityCalendar ofRuns(ByteBuffer in) {
        ActivityCalendar.Builder days = new ActivityCalendar.Builder();
        int day = Math.toIntExact(Bytes.readSigned(in));
        while (true) {
            for (int left = Bytes.readCount(in); left >= 0; left--) {
                days.add(day++);
            }
            if (!in.hasRemaining()) {
                return days.build();
            }
            day += Bytes.readCount(in) + 1;
        }
    }

    /** The first day, then a bit for each day from it on. */
    private static Bytes bits(ActivityCalendar days) {
        int first = days.first();
        byte[] bits = new byte[bytesOfBits(first, days.last())];
        days.forEach(day -> bits[(day - first) / Byte.SIZE] |= (byte) (1 << (day - first) % Byte.SIZE));
        Bytes out = new Bytes();
        out.writeSigned(first);
        out.write(bits, bits.length);
        return out;
    }

    private static int bytesOfBits(int first, int last) {
        return (last - first) / Byte.SIZE + 1;
    }

    private static ActivityCalendar ofBits(ByteBuffer in) {
        ActivityCalendar.Builder days = new ActivityCalendar.Builder();
        int first = Math.toIntExact(Bytes.readSigned(in));
        for (int from = first; in.hasRemaining(); from += Byte.SIZE) {
            for (int bits = in.get() & 0xFF; bits != 0; bits &= bits - 1) {
                days.add(from + Integer.numberOfTrailingZeros(bits));
            }
        }
        return days.build();
    }
}
