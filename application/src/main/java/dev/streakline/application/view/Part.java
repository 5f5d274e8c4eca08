package dev.streakline.application.view;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as an answer gives it (section 17).
 *
 * @param nextCursor for requesting the next part; absent on the last
 */
public record Part<T>(List<T> items, @Nullable String nextCursor) {

    /** Defensive copy. */
    public Part {
        items = List.copyOf(items);
    }

    /**
     * The first items of those that were found.
     *
     * @param found in their order; one more than {@code limit} where more follow
     * @param limit the most items of the part, at least 1
     * @param position of an item, as {@link Cursors#decode} reads it
     */
    public static <T> Part<T> of(List<T> found, int limit, Function<? super T, String> position) {
        if (found.size() <= limit) {
            return new Part<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Part<>(items, Cursors.encode(position.apply(items.get(limit - 1))));
    }
}
