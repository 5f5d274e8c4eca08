package dev.streakline.application.fact;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** The local dates of facts: {@code yyyy-mm-dd}, from 1900-01-01 to 9999-12-31, both inclusive (section 2). */
final class LocalDates {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** The length of {@code yyyy-mm-dd}. */
    static final int LENGTH = 10;

    private LocalDates() {}

    /** Returns {@code date}, or throws when it is out of bounds. */
    static LocalDate check(Member location, LocalDate date) {
        if (date.isBefore(EARLIEST)) {
            throw new InvalidFactException(
                    RejectionCode.TIME_TOO_OLD,
                    location,
                    "is " + date + "; nothing before " + EARLIEST + " is stored.");
        }
        if (date.isAfter(LATEST)) {
            throw new InvalidFactException(
                    RejectionCode.OUT_OF_RANGE, location, "is " + date + "; it must not be after " + LATEST + ".");
        }
        return date;
    }

    /** Parses {@code text} as a date; throws when it is none. Does not check the bounds. */
    static LocalDate read(Member location, String text) {
        LocalDate date = text.length() == LENGTH ? prefixOf(text) : null;
        if (date == null) {
            throw new InvalidFactException(
                    RejectionCode.TIME_MALFORMED,
                    location,
                    "is " + ErrorExcerpt.of(text) + "; it must be a calendar date such as 2026-11-21.");
        }
        return date;
    }

    /** The date at the beginning of a text of at least ten characters, or null without one. */
    static @Nullable LocalDate prefixOf(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        boolean written = year >= 0 && text.charAt(4) == '-' && text.charAt(7) == '-';
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
        return written && exists ? LocalDate.of(year, month, day) : null;
    }

    /** The number in the {@code count} ASCII digits from {@code at} on, or −1 if one of them is no digit. */
    static int digits(String text, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
