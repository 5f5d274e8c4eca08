package dev.streakline.http.recalculation;

import dev.streakline.application.access.Role;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.recalculation.RecalculationRun;
import dev.streakline.application.recalculation.RecalculationRuns;
import dev.streakline.application.recalculation.RunView;
import dev.streakline.application.recalculation.ShowRuns;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.credential.Ids;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.Page;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests recalculations, which a worker runs, and shows them. */
public final class RecalculationRoutes {

    private static final String PATH = "/api/admin/recalculations";
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final RecalculationRuns runs;
    private final ShowRuns show;
    private final Ids ids;
    private final InstantSource clock;

    /** Reads from these runs. */
    public RecalculationRoutes(RecalculationRuns runs, Ids ids, InstantSource clock) {
        this.runs = runs;
        this.show = new ShowRuns(runs);
        this.ids = ids;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.post(PATH, ADMIN, AcceptedBody.JSON, this::request),
                Route.get(PATH, ADMIN, this::list),
                Route.get(PATH + "/{id}", ADMIN, this::show));
    }

    private void request(Context request, Caller caller) throws IOException {
        RunBody body = Bodies.json(request, RunBody.class);
        RecalculationRun run = RecalculationRun.requested(
                ids.next(), scope(body), caller.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        runs.add(run);
        request.status(202).header("Location", PATH + "/" + run.id());
        Answers.json(request, RunView.of(run));
    }

    private static RecalculationRun.RunScope scope(RunBody body) {
        return RecalculationRun.RunScope.of(body.scope(), () -> viewer(body.viewer()))
                .orElseThrow(() -> ProblemException.at("/scope", "field.invalid", "must be all, due or viewer."));
    }

    private static ViewerId viewer(@Nullable String viewer) {
        try {
            return new ViewerId(viewer == null ? "" : viewer);
        } catch (IllegalArgumentException invalid) {
            throw ProblemException.at(
                    "/viewer", "field.invalid", "must be 1 to 128 characters without control characters.");
        }
    }

    private void list(Context request, Caller caller) {
        Page page = Page.of(request);
        Answers.json(request, show.page(page.limit(), page.cursor()));
    }

    private void show(Context request, Caller caller) {
        Answers.json(
                request,
                show.find(request.pathParam("id"))
                        .orElseThrow(() ->
                                ProblemException.because(ProblemCode.RUN_NOT_FOUND, "No recalculation has this id.")));
    }

    /** The viewers whose statistics to recalculate: all, due, or one viewer. */
    record RunBody(@NotNull String scope, @Nullable String viewer) {}
}
