package dev.streakline.cli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The percentage of days on which a viewer watches, unless a rule for longer periods decides the day. */
enum Habit {
    /** Every day; see {@link DemoViewer#watches} for the days that even these miss. */
    DEVOTED(100, 100),
    STEADY(82, 92),
    /** From Friday to Sunday. */
    WEEKENDS(15, 85),
    NOW_AND_AGAIN(45, 50),
    /** From October to March. */
    WINTERS(60, 65),
    RARELY(10, 18);

    private static final int HARDLY = 5;

    private final int onWorkdays;
    private final int onWeekends;

    Habit(int onWorkdays, int onWeekends) {
        this.onWorkdays = onWorkdays;
        this.onWeekends = onWeekends;
    }

    int percent(LocalDate day) {
        boolean summer = day.getMonthValue() >= 4 && day.getMonthValue() <= 9;
        if (this == WINTERS && summer) {
            return HARDLY;
        }
        return isWeekend(day) ? onWeekends : onWorkdays;
    }

    /** Friday, Saturday and Sunday. */
    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0;
    }
}
