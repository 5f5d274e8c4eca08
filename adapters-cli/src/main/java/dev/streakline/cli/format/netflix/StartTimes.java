package dev.streakline.cli.format.netflix;

import dev.streakline.application.format.DateOrder;
import dev.streakline.cli.format.item.WrittenDates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day after dates, as a service writes them ({@code 2024-01-14 21:57:47}) or as a spreadsheet has saved them:
 * {@code 14.01.2024 21:57}, {@code 1/14/24 9:57 PM}.
 *
 * @param order of the dates
 */
public record StartTimes(DateOrder order) {
    private static final Pattern DATE_AND_TIME = Pattern.compile(
            "(\\S.*?)(?:\\s*,\\s*|\\s+|(?<=[0-9])T)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)?"
                    + "(?:[\\s\\p{Zs}]*([AaPp])\\.?[Mm]\\.?)?Z?");
    private static final int NOON = 12;
    private static final int ISO_LENGTH = 19;

    /** The date of a date and time, to find the order by; empty when the text is none. */
    static Optional<String> date(String text) {
        Matcher matcher = DATE_AND_TIME.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The date and time; empty when the text is none. A text without seconds is at the full minute. */
    Optional<LocalDateTime> read(String text) {
        return isAsServicesWrite(text) ? iso(text) : inAnyForm(text);
    }

    /** Nearly all are, and those are read in a quarter of the time. */
    private static boolean isAsServicesWrite(String text) {
        return text.length() == ISO_LENGTH && text.charAt(4) == '-' && text.charAt(10) == ' ';
    }

    private static Optional<LocalDateTime> iso(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException noSuchTime) {
            return Optional.empty();
        }
    }

    private Optional<LocalDateTime> inAnyForm(String text) {
        Matcher matcher = DATE_AND_TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> time = time(
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)),
                matcher.group(5));
        Optional<LocalDate> date = WrittenDates.date(matcher.group(1), order);
        return date.flatMap(day -> time.map(day::atTime));
    }

    private static Optional<LocalTime> time(int hour, int minute, int second, @Nullable String half) {
        if (minute > 59 || second > 59 || (half == null ? hour > 23 : hour < 1 || hour > NOON)) {
            return Optional.empty();
        }
        boolean isAfternoon = half != null && half.equalsIgnoreCase("p");
        int ofDay = half == null ? hour : hour % NOON + (isAfternoon ? NOON : 0);
        return Optional.of(LocalTime.of(ofDay, minute, second));
    }
}
