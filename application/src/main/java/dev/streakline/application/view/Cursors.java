package dev.streakline.application.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Positions in lists as clients see them: opaque text that the next request sends back (section 17). */
public final class Cursors {

    private Cursors() {}

    /** The cursor of a position. */
    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position of a cursor; null without one.
     *
     * @param parse reads a position; throws for a text that is none
     * @throws InvalidCursorException when the cursor comes from no page
     */
    public static <T> @Nullable T decode(@Nullable String cursor, Function<String, T> parse) {
        if (cursor == null) {
            return null;
        }
        try {
            return parse.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (RuntimeException unknown) {
            throw new InvalidCursorException();
        }
    }
}
