package dev.streakline.http.viewer;

import dev.streakline.application.fact.Rejection;
import dev.streakline.application.fact.RejectionCode;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.application.ranking.Listing;
import dev.streakline.application.viewer.ChangeProfile;
import dev.streakline.application.viewer.ShowProfile;
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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A viewer's profile: zone, name, address, and whether rankings list the viewer. */
public final class ProfileRoutes {

    private static final String PATH = "/api/viewer/me";

    private final ShowProfile show;
    private final ChangeProfile change;
    private final Ids ids;

    /** Answers by these use cases. */
    public ProfileRoutes(ShowProfile show, ChangeProfile change, Ids ids) {
        this.show = show;
        this.change = change;
        this.ids = ids;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, TargetViewer.ROLES, this::show),
                new Route(HandlerType.PATCH, PATH, TargetViewer.ROLES, AcceptedBody.JSON, this::change));
    }

    private void show(Context request, Caller caller) {
        answer(request, TargetViewer.of(request, caller));
    }

    private void change(Context request, Caller caller) throws IOException {
        ViewerId viewer = TargetViewer.of(request, caller);
        ChangeBody body = Bodies.json(request, ChangeBody.class);
        @Nullable Boolean listed = body.listed();
        ChangeProfile.Change wanted = new ChangeProfile.Change(
                body.zone(),
                body.name(),
                body.email(),
                listed == null ? null : listed ? Listing.LISTED : Listing.UNLISTED);
        Optional<Rejection> rejection = change.change(viewer, wanted, ids.next(), ids.next());
        if (rejection.isPresent()) {
            Rejection why = rejection.get();
            if (why.code() == RejectionCode.LIMIT_EXCEEDED) {
                throw ProblemException.because(ProblemCode.LIMIT_EXCEEDED, "The change " + why.reason());
            }
            throw ProblemException.at(
                    why.pointer().replaceFirst("^/data", ""), why.code().code(), why.reason());
        }
        answer(request, viewer);
    }

    private void answer(Context request, ViewerId viewer) {
        Answers.view(request, show.show(viewer).orElseThrow(TargetViewer::unknown));
    }

    /** A change: members that are left out stay, an empty name or address is removed. */
    record ChangeBody(
            @Nullable String zone,
            @Nullable String name,
            @Nullable String email,
            @Nullable Boolean listed) {}
}
