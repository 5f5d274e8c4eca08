package dev.streakline.cli.format.item;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A local date as a text of three numbers, in any digits, with the marks of short date forms between and after them:
 * {@code 31.12.24 г.}, {@code 2024. 12. 31.}, {@code 令和6.12.31}.
 *
 * <p>A year of two digits is one of 2000 to 2099, but 50 to 79 are of the Buddhist era, 2007 to 2036: no history is
 * from before or long after that. A year of four digits from 2400 on is of the Buddhist era. A year after the name of a
 * Japanese era is one of that era.
 *
 * @param era the Japanese era before the first number; null where none is named
 * @param numbers three texts of digits
 * @param mark the text between the first two, such as a slash
 */
public record DateText(@Nullable JapaneseEra era, List<String> numbers, String mark) {
    private static final Pattern THREE_NUMBERS =
            Pattern.compile("(\\p{L}{0,2})\\s?(\\p{Nd}{1,4})(?:([/.-])\\s?(\\p{Nd}{1,2})"
                    + "\\3\\s?(\\p{Nd}{1,4})\\.?|(/)(\\p{Nd}{1,2})\\s(\\p{Nd}{4})|[年년]\\s?(\\p{Nd}{1,2})[月월]\\s?(\\p{Nd}{1,2})[日일])"
                    + "(?:\\sг\\.?)?");
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "R", JapaneseEra.REIWA,
            "令和", JapaneseEra.REIWA,
            "H", JapaneseEra.HEISEI,
            "平成", JapaneseEra.HEISEI);
    private static final int CENTURY = 2000;
    private static final int BUDDHIST = 543;
    private static final int FIRST_SHORT_BUDDHIST = 50;
    private static final int LAST_SHORT_BUDDHIST = 79;
    private static final int FIRST_LONG_BUDDHIST = 2400;

    /** The numbers of a date; null when the text is none. */
    static @Nullable DateText of(String text) {
        String visible = WhiteSpace.singleVisible(text);
        Matcher date = THREE_NUMBERS.matcher(visible);
        if (!date.matches()) {
            return null;
        }
        String name = date.group(1);
        JapaneseEra era = ERAS.get(name);
        if (!name.isEmpty() && era == null) {
            return null;
        }
        int second = date.group(3) != null ? 4 : date.group(6) != null ? 7 : 9;
        return new DateText(
                era,
                List.of(date.group(2), date.group(second), date.group(second + 1)),
                visible.substring(date.end(2), date.start(second)));
    }

    /**
     * Whether any language writes its short dates in an order with these marks: month first only with slashes, and a
     * year of two digits never first with bare points.
     *
     * @param year the position of the year
     * @param month the position of the month
     */
    boolean isUsual(int year, int month) {
        boolean isShortYearFirst = year == 0 && era == null && numbers.get(0).length() <= 2;
        return month == 0 ? mark.equals("/") : !(isShortYearFirst && mark.equals("."));
    }

    /** Whether the first number is a year of four digits. */
    boolean hasLongYearFirst() {
        return era == null && numbers.get(0).length() == 4;
    }

    /** The date whose year, month and day are the numbers at these positions; empty when there is no such day. */
    Optional<LocalDate> date(int year, int month, int day) {
        String years = numbers.get(year);
        boolean isYear = era == null ? years.length() % 2 == 0 : year == 0 && years.length() <= 2;
        if (!isYear || numbers.get(month).length() > 2 || numbers.get(day).length() > 2) {
            return Optional.empty();
        }
        try {
            int ofEra = Integer.parseInt(years);
            return Optional.of(LocalDate.of(
                    era == null
                            ? commonYear(ofEra, years.length())
                            : JapaneseChronology.INSTANCE.prolepticYear(era, ofEra),
                    Integer.parseInt(numbers.get(month)),
                    Integer.parseInt(numbers.get(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int commonYear(int year, int digits) {
        if (digits == 2) {
            boolean isBuddhist = year >= FIRST_SHORT_BUDDHIST && year <= LAST_SHORT_BUDDHIST;
            return CENTURY + year + (isBuddhist ? 500 - BUDDHIST : 0);
        }
        return year < FIRST_LONG_BUDDHIST ? year : year - BUDDHIST;
    }
}
