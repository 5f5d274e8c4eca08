package dev.streakline.cli.format.play;

import dev.streakline.application.format.HistoryUnreadableException;
import dev.streakline.cli.format.item.Escaped;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a history that does not name one.
 *
 * @param file its name, for a person
 * @param given the viewer that was named; null when none was
 */
public record Owner(String file, @Nullable String given) {

    /** The viewer; the other one when none was named. */
    public String orElse(String other) {
        return given == null ? other : given;
    }

    /**
     * The viewer.
     *
     * @throws HistoryUnreadableException when none was named
     */
    public String viewer() throws HistoryUnreadableException {
        if (given == null) {
            throw new HistoryUnreadableException(
                    HistoryUnreadableException.Cause.OWNER_UNKNOWN,
                    "Cannot take " + Escaped.text(file) + ": files of its kind do not name their viewer. "
                            + "Say whose history it is: --as VIEWER.");
        }
        return given;
    }
}
