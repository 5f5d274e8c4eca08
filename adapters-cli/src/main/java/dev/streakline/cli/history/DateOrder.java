package dev.streakline.cli.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order local dates such as {@code 03/04/21} name day, month and year. */
public enum DateOrder {
    /** As in most of Europe and South America. */
    DAY_MONTH_YEAR("dmy", "day/month/year"),
    /** As in English. */
    MONTH_DAY_YEAR("mdy", "month/day/year"),
    /** As in East Asia, Hungary, Lithuania and Sweden. */
    YEAR_MONTH_DAY("ymd", "year/month/day");

    private static final Pattern THREE_NUMBERS =
            Pattern.compile("(\\p{Nd}{1,4})([/.-]) ?(\\p{Nd}{1,2})\\2 ?(\\p{Nd}{1,4})\\.?");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final int CENTURY = 2000;

    private final String code;
    private final String label;

    DateOrder(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The order of that code. */
    public static Optional<DateOrder> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** For a command line: {@code dmy}. */
    public String code() {
        return code;
    }

    /** For a person: {@code day/month/year}. */
    String label() {
        return label;
    }

    /**
     * The order of dates that are written alike and go from the newest to the oldest, or back: the one in which the most texts
     * are dates; of several, the one in which the fewest neighbours stand against the sense of the others. Orders that read
     * the same dates are as good as one; empty when orders are left that read different ones.
     */
    static Optional<DateOrder> of(List<String> texts) {
        List<Fit> fits = Arrays.stream(values()).map(each -> each.fit(texts)).toList();
        Comparator<Fit> better = Comparator.comparingInt(
                        (Fit each) -> each.dates().size())
                .reversed()
                .thenComparingInt(Fit::astray);
        Fit best = fits.stream().min(better).orElseThrow();
        boolean certain = fits.stream()
                .filter(each -> better.compare(each, best) == 0)
                .allMatch(each -> each.dates().equals(best.dates()));
        return certain ? Optional.of(best.order()) : Optional.empty();
    }

    /**
     * How well texts are read in an order.
     *
     * @param dates those that are dates, as dates
     * @param astray how many neighbours go up among those that go down, or down among those that go up
     */
    private record Fit(DateOrder order, List<LocalDate> dates, int astray) {}

    private Fit fit(List<String> texts) {
        List<LocalDate> dates =
                texts.stream().map(this::date).flatMap(Optional::stream).toList();
        int up = 0;
        int down = 0;
        for (int i = 1; i < dates.size(); i++) {
            up += dates.get(i).isAfter(dates.get(i - 1)) ? 1 : 0;
            down += dates.get(i).isBefore(dates.get(i - 1)) ? 1 : 0;
        }
        return new Fit(this, dates, Math.min(up, down));
    }

    /** The date; empty when the text is none in this order. A year of two digits is one from 2000 to 2099. */
    Optional<LocalDate> date(String text) {
        Matcher numbers =
                THREE_NUMBERS.matcher(INVISIBLE.matcher(text).replaceAll("").strip());
        if (!numbers.matches()) {
            return Optional.empty();
        }
        String first = numbers.group(1);
        String second = numbers.group(3);
        String third = numbers.group(4);
        return switch (this) {
            case MONTH_DAY_YEAR -> date(third, first, second);
            case DAY_MONTH_YEAR -> date(third, second, first);
            case YEAR_MONTH_DAY -> date(first, second, third);
        };
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        if (year.length() % 2 != 0 || month.length() > 2 || day.length() > 2) {
            return Optional.empty();
        }
        int century = year.length() == 2 ? CENTURY : 0;
        try {
            return Optional.of(
                    LocalDate.of(century + Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
