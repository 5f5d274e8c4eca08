package dev.streakline.application.memory;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.fact.ViewerId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The announcements of each viewer, in the order of their recording. */
final class MemoryAnnouncements {

    private final Map<ViewerId, Map<List<?>, Announcement>> announced = new HashMap<>();

    /** Records an announcement unless its key is recorded; returns whether it was not. */
    boolean append(ViewerId viewer, Announcement announcement) {
        return announced
                        .computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                        .putIfAbsent(announcement.key(), announcement)
                == null;
    }

    void erase(ViewerId viewer) {
        announced.remove(viewer);
    }

    List<Announcement> find(ViewerId viewer) {
        return List.copyOf(announced.getOrDefault(viewer, Map.of()).values());
    }
}
