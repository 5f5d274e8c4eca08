package dev.streakline.http.statistics;

import dev.streakline.application.calendar.ShowCalendar;
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

/** The route of the days on which a viewer watched something. */
public final class CalendarRoutes {

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
        Answers.view(
                request,
                show.show(TargetViewer.of(request, caller), AsOf.LIVE, from, to).orElseThrow(TargetViewer::unknown));
    }
}
