package dev.streakline.http.access;

import dev.streakline.application.access.ApiKeys;
import dev.streakline.application.access.CreateApiKey;
import dev.streakline.application.access.KeysView;
import dev.streakline.application.access.NewKeyView;
import dev.streakline.application.access.Role;
import dev.streakline.http.credential.Caller;
import dev.streakline.http.web.AcceptedBody;
import dev.streakline.http.web.Answers;
import dev.streakline.http.web.Bodies;
import dev.streakline.http.web.ProblemCode;
import dev.streakline.http.web.ProblemException;
import dev.streakline.http.web.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates, lists and revokes API keys. */
public final class KeyRoutes {

    private static final String PATH = "/api/admin/keys";
    private static final String ROLES = Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(", "));
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final ApiKeys keys;
    private final CreateApiKey create;
    private final InstantSource clock;

    /** Reads from these keys. */
    public KeyRoutes(ApiKeys keys, CreateApiKey create, InstantSource clock) {
        this.keys = keys;
        this.create = create;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, ADMIN, (request, caller) -> Answers.json(request, KeysView.of(keys.all()))),
                Route.post(PATH, ADMIN, AcceptedBody.JSON, this::create),
                new Route(HandlerType.DELETE, PATH + "/{id}", ADMIN, this::revoke));
    }

    private void create(Context request, Caller caller) throws IOException {
        KeyBody body = Bodies.json(request, KeyBody.class);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = 0; i < body.roles().size(); i++) {
            String pointer = "/roles/" + i;
            roles.add(Role.of(body.roles().get(i))
                    .orElseThrow(
                            () -> ProblemException.at(pointer, "field.invalid", "is not a role. Use " + ROLES + ".")));
        }
        try {
            @Nullable String name = body.name();
            CreateApiKey.Created created = create.create(name == null ? body.account() : name, body.account(), roles);
            request.status(201)
                    .header("Location", PATH + "/" + created.key().id())
                    .header("Cache-Control", "no-store");
            Answers.json(request, NewKeyView.of(created));
        } catch (IllegalArgumentException invalid) {
            throw ProblemException.at("", "field.invalid", String.valueOf(invalid.getMessage()));
        }
    }

    private void revoke(Context request, Caller caller) {
        if (!keys.revoke(request.pathParam("id"), clock.instant())) {
            throw ProblemException.because(
                    ProblemCode.KEY_NOT_FOUND, "There is no key with this id, or it was already revoked.");
        }
        request.status(204);
    }

    /**
     * A key to create.
     *
     * @param account the account to act for
     * @param roles what it may do
     * @param name what lists call it; absent, the account
     */
    record KeyBody(
            @NotNull @Size(min = 1, max = 128) String account,
            @NotEmpty @Size(max = 6) List<@NotNull String> roles,
            @Nullable @Size(min = 1, max = 128) String name) {}
}
