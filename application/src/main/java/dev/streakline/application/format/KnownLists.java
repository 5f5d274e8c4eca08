package dev.streakline.application.format;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plays from earlier files of Netflix of a viewer: a short list is compared with them before it is read. */
@FunctionalInterface
public interface KnownLists {
    /** No viewer has such plays. */
    KnownLists NONE = viewer -> new Plays(Map.of(), null, null);

    /** The plays of a viewer; of one without any, all members are empty or null. */
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
