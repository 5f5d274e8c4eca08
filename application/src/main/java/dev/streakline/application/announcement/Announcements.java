package dev.streakline.application.announcement;

import dev.streakline.application.fact.ViewerId;
import java.util.List;

/** All announcements ever recorded. Safe for use by several threads. */
public interface Announcements {

    /**
     * The announcements of a viewer, in the order of recording. Announcements of one transaction are seen together.
     *
     * @return empty without announcements, and for an unknown or erased viewer
     */
    List<Announcement> find(ViewerId viewer);
}
