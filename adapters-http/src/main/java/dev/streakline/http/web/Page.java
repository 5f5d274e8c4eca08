package dev.streakline.http.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, from one place on (section 17).
 *
 * @param limit how many items at most, 1 to 200; 50 when nothing is said
 * @param cursor the place, as the part before has told it; absent for the beginning
 */
public record Page(int limit, @Nullable String cursor) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /**
     * The page that a request asks for.
     *
     * @throws ProblemException when its limit is no number from 1 to 200
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

    /**
     * What the cursor says; absent for the beginning.
     *
     * @param read throws when the text is none of its own
     * @throws ProblemException when the cursor is not one that was given out
     */
    public <T> @Nullable T after(Function<String, T> read) {
        if (cursor == null) {
            return null;
        }
        try {
            return read.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (RuntimeException unknown) {
            throw ProblemException.parameter("cursor", "is unknown; take nextCursor of the answer before.");
        }
    }

    /**
     * This part of the list.
     *
     * @param found up to one item more than the limit
     * @param place of an item
     */
    public <T> Items<T> answer(List<T> found, Function<T, String> place) {
        if (found.size() <= limit) {
            return new Items<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Items<>(items, cursor(place.apply(items.get(limit - 1))));
    }

    /** The cursor that {@link #after} reads back as this text. */
    public static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Items, and the place behind them; absent at the end of the list. */
    public record Items<T>(List<T> items, @Nullable String nextCursor) {

        /** Defensive copies. */
        public Items {
            items = List.copyOf(items);
        }
    }
}
