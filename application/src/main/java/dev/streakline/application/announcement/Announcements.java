package dev.streakline.application.announcement;

import dev.streakline.application.fact.ViewerId;
import java.util.List;

/** Everything that was ever announced. Safe for several threads at once. */
public interface Announcements {

    /**
     * What was announced of a viewer, in the order of recording. Announcements of one transaction are seen together.
     *
     * @return empty when nothing was announced, and for an unknown or erased viewer
     */
    List<Announcement> find(ViewerId viewer);
}
