package dev.streakline.cli.format.item;

import dev.streakline.application.format.DateOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Local dates as texts, and the {@link DateOrder} in which a file writes them. */
public final class WrittenDates {

    /** Fewer different dates than this are in order by chance too often. */
    private static final int FEWEST_IN_ORDER = 3;

    /** In a list that is newest first, one pair of neighbours in this many may be out of order. */
    private static final int STEADY = 50;

    private WrittenDates() {}

    /**
     * The order of dates that are written alike (detail 163).
     *
     * <p>Only orders in which some language writes dates with such marks are considered. The one in which most texts
     * are dates up to {@code latest} is chosen. Where several orders read as many, lists that services write are newest
     * first, so the one order that makes them so is chosen. A list in any other order, also an ascending one, was
     * sorted by hand and proves nothing. Orders that read the same dates are as good as one.
     *
     * @param latest the latest date that can have come already
     * @return empty when orders are left that read different dates
     */
    public static Optional<DateOrder> order(List<String> texts, LocalDate latest) {
        List<Fit> fits = Arrays.stream(DateOrder.values())
                .map(order -> fit(order, texts, latest))
                .toList();
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

    private static Fit fit(DateOrder order, List<String> texts, LocalDate latest) {
        Positions at = Positions.of(order);
        return new Fit(
                order,
                texts.stream()
                        .map(DateText::of)
                        .flatMap(Stream::ofNullable)
                        .filter(numbers -> numbers.isUsual(at.year, at.month))
                        .flatMap(numbers -> numbers.date(at.year, at.month, at.day).stream())
                        .filter(date -> !date.isAfter(latest))
                        .toList());
    }

    /** The date; empty when the text is none in that order. See {@link DateText} for what is read. */
    public static Optional<LocalDate> date(String text, DateOrder order) {
        Positions at = Positions.of(order);
        return Optional.ofNullable(DateText.of(text)).flatMap(numbers -> numbers.date(at.year, at.month, at.day));
    }

    /** The positions of year, month and day among the three numbers of a date, from 0. */
    private record Positions(int year, int month, int day) {
        static Positions of(DateOrder order) {
            return switch (order) {
                case DAY_MONTH_YEAR -> new Positions(2, 1, 0);
                case MONTH_DAY_YEAR -> new Positions(2, 0, 1);
                case YEAR_MONTH_DAY -> new Positions(0, 1, 2);
            };
        }
    }

    /** Whether the text begins with a year of four digits, which allows one order only. */
    public static boolean isYearFirst(String text) {
        return Optional.ofNullable(DateText.of(text))
                .filter(DateText::hasLongYearFirst)
                .isPresent();
    }
}
