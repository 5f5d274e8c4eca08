package dev.streakline.domain.streak;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.LocalDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days that a viewer's pauses bridge. */
public final class Pauses {

    private Pauses() {}

    /**
     * The paused days of all declarations together.
     *
     * <p>A pause is declared before it starts: a declaration protects the days after the day on which it was made, and
     * of an earlier declaration of the same pause whatever it keeps. Example: 10 to 20 May, declared on the 1st, is
     * paused whole; declared again on the 15th as 10 to 14 May it ends with the 14th; declared only on the 15th, as 10
     * to 20 May, it protects 16 to 20 May and forgives nothing that was already missed.
     *
     * @param declared ascending by the instant of declaration; at equal instants the last holds
     */
    public static ActivityCalendar of(List<Pause> declared, LocalDays days) {
        if (declared.isEmpty()) {
            return ActivityCalendar.EMPTY;
        }
        Map<LocalDate, ActivityCalendar> byStart = new TreeMap<>();
        for (Pause pause : declared) {
            int from = Math.toIntExact(pause.from().toEpochDay());
            int to = Math.toIntExact(pause.to().toEpochDay());
            int tomorrow = Math.toIntExact(days.dayOf(pause.declaredAt()).toEpochDay()) + 1;
            ActivityCalendar kept =
                    byStart.getOrDefault(pause.from(), ActivityCalendar.EMPTY).between(from, to);
            byStart.put(pause.from(), kept.or(ActivityCalendar.closed(Math.max(from, tomorrow), to)));
        }
        return byStart.values().stream().reduce(ActivityCalendar.EMPTY, ActivityCalendar::or);
    }
}
