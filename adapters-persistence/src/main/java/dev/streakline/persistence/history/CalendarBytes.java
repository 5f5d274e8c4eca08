package dev.streakline.persistence.history;

import dev.streakline.domain.calendar.ActivityCalendar;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Calendars as bytes, in the shorter of two forms: the lengths of runs and gaps for who watches seldom or always, one bit a
 * day for everybody else. A calendar begins with the number of its bytes times two, plus one for bits; the empty one is 0.
 */
final class CalendarBytes {

    private static final int BITS = 1;

    private CalendarBytes() {}

    static void write(ByteArrayOutputStream out, ActivityCalendar days) {
        if (days.isEmpty()) {
            Bytes.writeUnsigned(out, 0);
            return;
        }
        byte[] runs = runs(days);
        byte[] bits = bits(days);
        byte[] shorter = runs.length <= bits.length ? runs : bits;
        Bytes.writeUnsigned(out, 2L * shorter.length + (shorter == bits ? BITS : 0));
        out.writeBytes(shorter);
    }

    static ActivityCalendar read(ByteBuffer in) {
        int head = Bytes.readCount(in);
        if (head == 0) {
            return ActivityCalendar.EMPTY;
        }
        ByteBuffer body = in.slice(in.position(), head / 2);
        in.position(in.position() + head / 2);
        return (head & BITS) == 0 ? ofRuns(body) : ofBits(body);
    }

    /** The first day, the length of the first run less 1, then of each gap and run, less 1. */
    private static byte[] runs(ActivityCalendar days) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int first = days.first();
        Bytes.writeSigned(out, first);
        int end = days.firstMissingFrom(first);
        Bytes.writeUnsigned(out, end - first - 1L);
        while (end <= days.last()) {
            int next = days.firstFrom(end);
            Bytes.writeUnsigned(out, next - end - 1L);
            end = days.firstMissingFrom(next);
            Bytes.writeUnsigned(out, end - next - 1L);
        }
        return out.toByteArray();
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
    private static byte[] bits(ActivityCalendar days) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int first = days.first();
        Bytes.writeSigned(out, first);
        byte[] bits = new byte[(days.last() - first) / Byte.SIZE + 1];
        days.forEach(day -> bits[(day - first) / Byte.SIZE] |= (byte) (1 << (day - first) % Byte.SIZE));
        out.writeBytes(bits);
        return out.toByteArray();
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
