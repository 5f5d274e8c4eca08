package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDayClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days that a viewer's pauses bridge. */
public final class Pauses {

    private Pauses() {}

    /**
     * The paused days of all declarations together.
     *
     * <p>A pause is declared before it starts: a declaration protects the days after the day on which it was made. Days
     * that an earlier declaration of the same pause already protects stay paused if the later one includes them.
     * Example: 10 to 20 May, declared on the 1st, is paused whole; declared again on the 15th as 10 to 14 May it ends
     * with the 14th; declared only on the 15th, as 10 to 20 May, it protects 16 to 20 May and forgives nothing that was
     * already missed.
     *
     * <p>Pauses that overlap or adjoin are one, and of its days the first {@value Pause#LONGEST} are paused (detail
     * 11).
     *
     * @param declared ascending by the instant of declaration; at equal instants the last applies
     */
    public static ActivityCalendar of(List<Pause> declared, LocalDayClock days) {
        if (declared.isEmpty()) {
            return ActivityCalendar.EMPTY;
        }
        Map<LocalDate, ActivityCalendar> byStart = new HashMap<>();
        for (Pause pause : declared) {
            int from = Math.toIntExact(pause.from().toEpochDay());
            int to = Math.toIntExact(pause.to().toEpochDay());
            int tomorrow = Math.toIntExact(days.dayOf(pause.declaredAt()).toEpochDay()) + 1;
            ActivityCalendar kept =
                    byStart.getOrDefault(pause.from(), ActivityCalendar.EMPTY).subsetClosed(from, to);
            byStart.put(pause.from(), kept.union(ActivityCalendar.rangeClosed(Math.max(from, tomorrow), to)));
        }
        ActivityCalendar.Builder united = new ActivityCalendar.Builder();
        byStart.values().forEach(pause -> pause.forEach(united::add));
        return shortened(united.build());
    }

    /** Limits every pause to the longest allowed. */
    private static ActivityCalendar shortened(ActivityCalendar united) {
        ActivityCalendar.Builder paused = new ActivityCalendar.Builder();
        int first = united.ceiling(Integer.MIN_VALUE);
        while (first != Integer.MAX_VALUE) {
            int after = united.nextAbsent(first);
            paused.addClosed(first, Math.min(after, first + Pause.LONGEST) - 1);
            first = united.ceiling(after);
        }
        return paused.build();
    }
}
