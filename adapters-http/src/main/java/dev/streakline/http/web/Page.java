package dev.streakline.http.web;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list (section 17).
 *
 * @param limit the most items of the page, 1 to 200; 50 by default
 * @param cursor {@code nextCursor} of the page before; absent for the first page
 */
public record Page(int limit, @Nullable String cursor) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /**
     * Reads the page parameters of a request.
     *
     * @throws ProblemException when the limit is not a number from 1 to 200
     */
    public static Page of(Context request) {
        @Nullable String limit = request.queryParam("limit");
        try {
            int number = limit == null ? DEFAULT : Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return new Page(number, request.queryParam("cursor"));
            }
        } catch (NumberFormatException noNumber) {
            throw ProblemException.parameter("limit", "must be a whole number from 1 to " + MOST + ".");
        }
        throw ProblemException.parameter("limit", "must be from 1 to " + MOST + ".");
    }
}
