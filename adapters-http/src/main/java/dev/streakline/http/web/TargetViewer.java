package dev.streakline.http.web;

import dev.streakline.application.access.Role;
import dev.streakline.application.fact.ViewerId;
import dev.streakline.http.credential.Caller;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the viewer a request is about: the caller, or, for readers and admins, the one that {@code viewer=} or the
 * path names.
 */
public final class TargetViewer {

    /** The roles that may read viewers: each viewer their own data, the platform's own server everyone's. */
    public static final Set<Role> ROLES = Set.of(Role.VIEWER, Role.READER, Role.ADMIN);

    private TargetViewer() {}

    /**
     * The viewer that {@code viewer=} names, or the caller.
     *
     * @throws ProblemException with 404 when the caller must not read this viewer, as if there were none
     */
    public static ViewerId of(Context request, Caller caller) {
        return of(
                request.queryParam("viewer"),
                caller,
                () -> ProblemException.parameter("viewer", "must be 1 to 128 characters without control characters."));
    }

    /**
     * The viewer that {@code viewerId} of the path names: {@code me}, the caller, or an id.
     *
     * @throws ProblemException with 404 when the caller must not read this viewer, as if there were none, or when it is
     *     no valid id
     */
    public static ViewerId inPath(Context request, Caller caller) {
        String asked = request.pathParam("viewerId");
        return of(asked.equals("me") ? null : asked, caller, TargetViewer::unknown);
    }

    private static ViewerId of(@Nullable String asked, Caller caller, Supplier<ProblemException> invalid) {
        if (asked == null || asked.equals(caller.account())) {
            return new ViewerId(caller.account());
        }
        if (!caller.may(Role.READER, Role.ADMIN)) {
            throw unknown();
        }
        try {
            return new ViewerId(asked);
        } catch (IllegalArgumentException noId) {
            throw invalid.get();
        }
    }

    /** The viewer is unknown, or the caller must not know of them: 404. */
    public static ProblemException unknown() {
        return ProblemException.because(
                ProblemCode.VIEWER_NOT_FOUND,
                "The viewer is unknown, or this credential does not allow requests about them.");
    }

    /**
     * A date that a query parameter names; absent when it is not there.
     *
     * @throws ProblemException when it is no date from 1900-01-01 to 9999-12-31
     */
    public static @Nullable LocalDate date(Context request, String parameter) {
        @Nullable String text = request.queryParam(parameter);
        return text == null ? null : date("?" + parameter, text);
    }

    /**
     * A date.
     *
     * @param pointer to its part of the request
     * @throws ProblemException when it is no date from 1900-01-01 to 9999-12-31
     */
    public static LocalDate date(String pointer, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException noDate) {
            throw ProblemException.at(pointer, "date.invalid", "must be a date such as 2026-03-31.");
        }
        throw ProblemException.at(pointer, "date.invalid", "must be from 1900-01-01 to 9999-12-31.");
    }
}
