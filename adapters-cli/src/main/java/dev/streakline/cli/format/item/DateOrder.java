package dev.streakline.cli.format.item;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order local dates such as {@code 03/04/21} name day, month and year. */
public enum DateOrder {
    /** As in most of Europe and South America. */
    DAY_MONTH_YEAR("dmy", "day/month/year", 2, 1, 0),
    /** As in English. */
    MONTH_DAY_YEAR("mdy", "month/day/year", 2, 0, 1),
    /** As in East Asia, Hungary, Lithuania and Sweden. */
    YEAR_MONTH_DAY("ymd", "year/month/day", 0, 1, 2);

    /** Fewer different dates than this are in order by chance too often. */
    private static final int FEWEST_IN_ORDER = 3;

    /** One neighbour in so many may be out of order in a list that is newest first. */
    private static final int STEADY = 50;

    private final String code;
    private final String label;
    private final int year;
    private final int month;
    private final int day;

    DateOrder(String code, String label, int year, int month, int day) {
        this.code = code;
        this.label = label;
        this.year = year;
        this.month = month;
        this.day = day;
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
    public String label() {
        return label;
    }

    /**
     * The order of dates that are written alike (detail 163).
     *
     * <p>It is the one in which the most texts are dates that have come already, among the orders in which any language
     * writes dates with such marks between the numbers. Where several orders read as many, lists
     * that services write are newest first: the one order in which they are is taken. A list that is not in order, also
     * one that goes up, was sorted by somebody and proves nothing. Orders that read the same dates are as good as one.
     *
     * @param latest the latest date that can have come already
     * @return empty when orders are left that read different dates
     */
    public static Optional<DateOrder> of(List<String> texts, LocalDate latest) {
        List<Fit> fits =
                Arrays.stream(values()).map(each -> each.fit(texts, latest)).toList();
        int most = fits.stream().mapToInt(each -> each.dates().size()).max().orElseThrow();
        List<Fit> possible =
                fits.stream().filter(each -> each.dates().size() == most).toList();
        List<Fit> newestFirst = possible.stream().filter(Fit::isNewestFirst).toList();
        return only(possible).or(() -> only(newestFirst)).map(Fit::order);
    }

    /** The first of readings that all read the same dates; empty when there is none or when they differ. */
    private static Optional<Fit> only(List<Fit> fits) {
        return fits.stream()
                .findFirst()
                .filter(first -> fits.stream().allMatch(each -> each.dates().equals(first.dates())));
    }

    /**
     * How texts are read in an order.
     *
     * @param dates those that are dates and have come already
     */
    private record Fit(DateOrder order, List<LocalDate> dates) {
        boolean isNewestFirst() {
            int later = 0;
            for (int i = 1; i < dates.size(); i++) {
                later += dates.get(i).isAfter(dates.get(i - 1)) ? 1 : 0;
            }
            return dates.stream().distinct().count() >= FEWEST_IN_ORDER && later * STEADY < dates.size();
        }
    }

    private Fit fit(List<String> texts, LocalDate latest) {
        return new Fit(
                this,
                texts.stream()
                        .map(DateText::of)
                        .flatMap(Stream::ofNullable)
                        .filter(numbers -> numbers.isUsual(year, month))
                        .flatMap(numbers -> numbers.date(year, month, day).stream())
                        .filter(date -> !date.isAfter(latest))
                        .toList());
    }

    /** The date; empty when the text is none in this order. See {@link DateText} for what is read. */
    public Optional<LocalDate> date(String text) {
        return Optional.ofNullable(DateText.of(text)).flatMap(numbers -> numbers.date(year, month, day));
    }

    /** Whether the text begins with a year of four digits, which leaves one order only. */
    public static boolean isYearFirst(String text) {
        return Optional.ofNullable(DateText.of(text))
                .filter(DateText::hasLongYearFirst)
                .isPresent();
    }
}
