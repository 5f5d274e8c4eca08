package dev.streakline.http.pause;

import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.pause.DeclarePause;
import dev.streakline.application.pause.EndPause;
import dev.streakline.application.pause.PauseRefusal;
import dev.streakline.application.pause.ShowPauses;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.credential.Ids;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import dev.streakline.http.web.TargetViewer;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pauses that a viewer declares. */
public final class PauseRoutes {

    private static final String PATH = "/api/analytics/streak/pauses";

    private final ShowPauses show;
    private final DeclarePause declare;
    private final EndPause end;
    private final Ids ids;

    /** Answers by these use cases. */
    public PauseRoutes(ShowPauses show, DeclarePause declare, EndPause end, Ids ids) {
        this.show = show;
        this.declare = declare;
        this.end = end;
        this.ids = ids;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, TargetViewer.ROLES, this::pauses),
                Route.post(PATH, TargetViewer.ROLES, AcceptedBody.JSON, this::declare),
                new Route(HandlerType.DELETE, PATH, TargetViewer.ROLES, this::end));
    }

    private void pauses(Context request, Caller caller) {
        answer(request, TargetViewer.of(request, caller));
    }

    private void declare(Context request, Caller caller) throws IOException {
        ViewerId viewer = TargetViewer.of(request, caller);
        PauseBody body = Bodies.json(request, PauseBody.class);
        Optional<PauseRefusal> refusal = declare.declare(
                viewer, TargetViewer.date("/from", body.from()), TargetViewer.date("/to", body.to()), ids.next());
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
        request.status(201);
        answer(request, viewer);
    }

    private void end(Context request, Caller caller) {
        ViewerId viewer = TargetViewer.of(request, caller);
        @Nullable LocalDate from = TargetViewer.date(request, "from");
        if (from == null) {
            throw ProblemException.parameter("from", "is missing; name the first day of the pause.");
        }
        Optional<PauseRefusal> refusal = end.end(viewer, from, ids.next());
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
        answer(request, viewer);
    }

    private void answer(Context request, ViewerId viewer) {
        Answers.view(request, show.show(viewer).orElseThrow(TargetViewer::unknown));
    }

    private static ProblemException refused(PauseRefusal why) {
        return switch (why.code()) {
            case STARTED, TOO_LONG, BACKWARDS, TOO_FAR ->
                ProblemException.at("", why.code().code(), why.reason());
            case LIMIT -> ProblemException.because(ProblemCode.LIMIT_EXCEEDED, "The pause " + why.reason());
            case OVER -> ProblemException.because(ProblemCode.PAUSE_OVER, why.reason());
            case NOT_FOUND -> ProblemException.because(ProblemCode.PAUSE_NOT_FOUND, why.reason());
            case UNKNOWN_VIEWER -> ProblemException.because(ProblemCode.VIEWER_NOT_FOUND, why.reason());
        };
    }

    /** A pause to declare: its first and last local day, both inclusive. */
    record PauseBody(@NotNull String from, @NotNull String to) {}
}
