package dev.streakline.application.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known already of a viewer from Netflix's files: a short list is compared with it before it is taken in. */
@FunctionalInterface
public interface KnownLists {
    /** Nothing is known of anybody. */
    KnownLists NONE = viewer -> new Plays(Map.of(), null, null);

    /** What is known of a viewer. */
    Plays of(String viewer);

    /**
     * The plays of one viewer.
     *
     * @param titles of the plays that came from short lists, by their day; one for each play, empty where it has no title
     * @param firstCovered the first local day that full files cover; null where there is none
     * @param lastCovered the last such day, inclusive; null where there is none
     */
    record Plays(
            Map<LocalDate, List<String>> titles,
            @Nullable LocalDate firstCovered,
            @Nullable LocalDate lastCovered) {

        /** Whether full files cover a day. */
        public boolean covers(LocalDate day) {
            return firstCovered != null
                    && lastCovered != null
                    && !day.isBefore(firstCovered)
                    && !day.isAfter(lastCovered);
        }
    }
}
