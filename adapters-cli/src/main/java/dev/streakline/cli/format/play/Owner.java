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
                    "Cannot read " + Escaped.text(file) + ": files of this format do not name their viewer. "
                            + "Name the viewer: --as VIEWER.");
        }
        return given;
    }
}
