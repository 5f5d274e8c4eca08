package dev.streakline.application.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The instants of facts: RFC 3339 texts with an offset, cut to the microsecond and not rounded (details 61), from
 * 1900-01-01T00:00:00Z on and before the year 10000.
 */
public final class Instants {

    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** The length of {@code yyyy-mm-ddThh:mm:ss}, which everything else follows. */
    private static final int LENGTH_TO_SECONDS = 19;

    private static final int FIRST_NANO_DIGIT = 100_000_000;
    private static final int NANOS_PER_MICRO = 1000;
    private static final int SECONDS_PER_DAY = 86_400;

    private Instants() {}

    /** Returns {@code time} cut to the microsecond; throws when it is out of bounds. */
    static Instant requireInRange(Instant time) {
        if (time.isBefore(EARLIEST)) {
            throw new InvalidFactException(
                    RejectionCode.TIME_TOO_OLD,
                    Member.TIME,
                    "is " + time + "; nothing before " + EARLIEST + " is stored. Send the time of the event.");
        }
        if (!time.isBefore(END)) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE, Member.TIME, "is " + time + "; it must be before the year 10000.");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Parses {@code text} as an instant, cut to the microsecond; does not check the bounds. {@code T} and {@code Z} may
     * be lower case. Offsets go to 23:59 as in RFC 3339, and {@code -00:00} is one. The 24th hour and the 60th second
     * (a leap second) are refused.
     */
    public static Instant read(String text) {
        if (text.length() < LENGTH_TO_SECONDS) {
            throw malformed(text, "it must be");
        }
        LocalDate date = LocalDates.prefixOf(text);
        int hour = LocalDates.digits(text, 11, 2);
        int minute = LocalDates.digits(text, 14, 2);
        int second = LocalDates.digits(text, 17, 2);
        boolean separated = isEither(text.charAt(10), 'T', 't') && text.charAt(13) == ':' && text.charAt(16) == ':';
        if (date == null || !separated || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0) {
            throw malformed(text, "it must be");
        }
        if (second > 59) {
            throw malformed(text, "its seconds must be 00 to 59 (send a leap second as :59), as in");
        }
        int offsetAt = endOfFraction(text);
        long local = date.toEpochDay() * SECONDS_PER_DAY + (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(local - offsetSeconds(text, offsetAt), nanosBefore(text, offsetAt));
    }

    private static int endOfFraction(String text) {
        int at = LENGTH_TO_SECONDS;
        if (at == text.length() || text.charAt(at) != '.') {
            return at;
        }
        do {
            at++;
        } while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9');
        if (at == LENGTH_TO_SECONDS + 1) {
            throw malformed(
                    text, "digits must follow the point, as in 2026-11-21T18:30:00.25Z; without a fraction it is");
        }
        return at;
    }

    /** The six first digits of the fraction, which ends before {@code end}; those after them are cut. */
    private static int nanosBefore(String text, int end) {
        int nanos = 0;
        int unit = FIRST_NANO_DIGIT;
        for (int i = LENGTH_TO_SECONDS + 1; i < end && unit >= NANOS_PER_MICRO; i++) {
            nanos += (text.charAt(i) - '0') * unit;
            unit /= 10;
        }
        return nanos;
    }

    private static int offsetSeconds(String text, int at) {
        int left = text.length() - at;
        if (left == 0) {
            throw malformed(text, "it has no offset, so it is not an instant: add Z or ±hh:mm, as in");
        }
        char sign = text.charAt(at);
        if (left == 1 && isEither(sign, 'Z', 'z')) {
            return 0;
        }
        if (left == 6 && isEither(sign, '+', '-') && text.charAt(at + 3) == ':') {
            int hours = LocalDates.digits(text, at + 1, 2);
            int minutes = LocalDates.digits(text, at + 4, 2);
            if (hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59) {
                int seconds = (hours * 60 + minutes) * 60;
                return sign == '-' ? -seconds : seconds;
            }
        }
        throw malformed(text, "it must end with Z or an offset ±hh:mm up to 23:59, as in");
    }

    private static boolean isEither(char c, char one, char other) {
        return c == one || c == other;
    }

    private static InvalidFactException malformed(String text, String rule) {
        return new InvalidFactException(
                RejectionCode.TIME_MALFORMED,
                Member.TIME,
                "is " + ErrorExcerpt.of(text) + "; " + rule
                        + " an RFC 3339 instant such as 2026-11-21T18:30:00Z or 2026-11-21T19:30:00+01:00.");
    }
}
