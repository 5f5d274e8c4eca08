package dev.streakline.domain.calendar;

import java.util.Optional;

/**
 * Days and the bridges that their runs may pass over, read side by side. Their union is not computed beforehand:
 * bridges may reach thousands of years ahead, and a query about one run must cost no more than that run.
 *
 * @param days those that count
 * @param bridges those that only carry a run
 */
record BridgedDays(ActivityCalendar days, ActivityCalendar bridges) {

    /** The longest run, counted in the days; of equally long ones the later. */
    Optional<Run> longestRun() {
        Optional<Run> longest = Optional.empty();
        int end = days.isEmpty() ? Integer.MIN_VALUE : days.last();
        while (end != Integer.MIN_VALUE) {
            Run run = runUpTo(end);
            if (longest.isEmpty() || run.length() > longest.get().length()) {
                longest = Optional.of(run);
            }
            end = days.floor(run.first() - 1);
        }
        return longest;
    }

    /** The run that reaches a day without a gap, with at least one of the days in it. */
    Optional<Run> runEndingAt(int day) {
        if (!days.contains(day) && !bridges.contains(day)) {
            return Optional.empty();
        }
        int end = days.floor(day);
        return end < firstPassableUpTo(day) ? Optional.empty() : Optional.of(runUpTo(end));
    }

    /** The earliest day from {@code day} on that is in neither. */
    int nextAbsent(int day) {
        int position = day >> 6;
        long missing = ~passable(position) & -1L << day;
        while (missing == 0) {
            position++;
            missing = ~passable(position);
        }
        return position * Long.SIZE + Long.numberOfTrailingZeros(missing);
    }

    /** The run that ends at one of the days. */
    private Run runUpTo(int end) {
        int first = days.ceiling(firstPassableUpTo(end));
        return new Run(first, end, days.countBetween(first, end));
    }

    /**
     * The first day of the unbroken stretch of days and bridges that ends at {@code day}, which must be one of them.
     */
    private int firstPassableUpTo(int day) {
        int position = day >> 6;
        long missing = ~passable(position) & -1L >>> -(day + 1);
        while (missing == 0) {
            position--;
            missing = ~passable(position);
        }
        return position * Long.SIZE + Long.SIZE - Long.numberOfLeadingZeros(missing);
    }

    private long passable(int position) {
        return days.word(position) | bridges.word(position);
    }
}
