package dev.streakline.http.statistics;

import dev.streakline.application.history.AsOf;
import dev.streakline.application.viewing.ShowViewingTime;
import dev.streakline.application.viewing.ViewingTimeView;
import dev.streakline.domain.viewing.WindowKind;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long a viewer watched in a week, a month, a year, or in all. */
public final class ViewingRoutes {

    private final ShowViewingTime show;

    /** Answers by this use case. */
    public ViewingRoutes(ShowViewingTime show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.get("/api/analytics/viewing-time", TargetViewer.ROLES, this::viewingTime));
    }

    private void viewingTime(Context request, Caller caller) {
        WindowKind kind = kind(request.queryParam("period"));
        ViewingTimeView view = show.show(
                        TargetViewer.of(request, caller), kind, AsOf.LIVE, TargetViewer.date(request, "date"))
                .orElseThrow(TargetViewer::unknown);
        if (!view.hasBegun()) {
            throw ProblemException.parameter("date", "must not be in a window that has not begun.");
        }
        Answers.view(request, view);
    }

    private static WindowKind kind(@Nullable String period) {
        return Stream.of(WindowKind.values())
                .filter(kind -> kind.code().equals(period))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter("period", "must be week, month, year or all."));
    }
}
