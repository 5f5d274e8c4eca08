package dev.streakline.domain.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a title today; it applies to all of the title's history (detail 16).
 *
 * @param kind what sort of thing it is
 * @param show the exact text that identifies its show; absent for anything but an episode of one (details 68 and 69)
 * @param genres exact texts; repeated ones count once (detail 74)
 * @param runtimeSeconds its length, at least 1; 0 when unknown
 */
public record TitleDetails(TitleKind kind, @Nullable String show, List<String> genres, int runtimeSeconds) {

    /** What is known of a title that was watched and never described. */
    public static final TitleDetails UNKNOWN = new TitleDetails(TitleKind.UNKNOWN, null, List.of(), 0);

    /**
     * @throws IllegalArgumentException for a negative runtime
     */
    public TitleDetails {
        genres = genres.stream().distinct().sorted(NameIndex.CODE_POINT_ORDER).toList();
        if (runtimeSeconds < 0) {
            throw new IllegalArgumentException("runtimeSeconds must be 0 or more, but is " + runtimeSeconds);
        }
    }
}
