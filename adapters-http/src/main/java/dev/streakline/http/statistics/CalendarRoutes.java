package dev.streakline.http.statistics;

import dev.streakline.application.calendar.ShowCalendar;
import dev.streakline.application.fact.Zones;
import dev.streakline.application.history.AsOf;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which days a viewer has watched. */
public final class CalendarRoutes {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ShowCalendar show;

    /** Answers by this use case. */
    public CalendarRoutes(ShowCalendar show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/api/analytics/calendar", TargetViewer.ROLES, this::calendar));
    }

    private void calendar(Context request, Caller caller) {
        @Nullable LocalDate from = TargetViewer.date(request, "from");
        @Nullable LocalDate to = TargetViewer.date(request, "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.parameter("to", "must not be before from.");
        }
        ShowCalendar.CalendarView view = show.show(
                        TargetViewer.of(request, caller),
                        AsOf.LIVE,
                        from == null ? FIRST : from,
                        to == null ? LAST : to)
                .orElseThrow(TargetViewer::unknown);
        Answers.statistic(
                request,
                view.asOf(),
                new CalendarJson(
                        Zones.name(view.zone()),
                        view.today(),
                        from,
                        to,
                        view.days().stream()
                                .map(day -> new DayJson(day.day(), day.seconds(), day.sessions()))
                                .toList()));
    }

    /**
     * Days with a session, ascending.
     *
     * @param from the first that was asked for, inclusive; absent, from the beginning
     * @param to the last that was asked for, inclusive; absent, to the end
     */
    record CalendarJson(
            String zone,
            LocalDate today,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<DayJson> days) {

        /** Defensive copies. */
        CalendarJson {
            days = List.copyOf(days);
        }
    }

    /** One local day. */
    record DayJson(LocalDate date, long seconds, int plays) {}
}
