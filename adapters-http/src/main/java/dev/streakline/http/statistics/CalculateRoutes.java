package dev.streakline.http.statistics;

import dev.streakline.application.statistics.CalculateViewer;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import java.util.List;

/** Recalculates one viewer's statistics at once. */
public final class CalculateRoutes {

    private final CalculateViewer calculate;

    /** Answers by this use case. */
    public CalculateRoutes(CalculateViewer calculate) {
        this.calculate = calculate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(Route.post("/api/analytics/calculate", TargetViewer.ROLES, AcceptedBody.NONE, this::calculate));
    }

    private void calculate(Context request, Caller caller) {
        Answers.view(
                request, calculate.calculate(TargetViewer.of(request, caller)).orElseThrow(TargetViewer::unknown));
    }
}
