package dev.streakline.application.memory;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.fact.ViewerId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Announcements in memory. Every call takes the lock of the store. */
public final class InMemoryAnnouncements implements Announcements {

    private final Object lock;
    private final Map<ViewerId, Map<List<?>, Announcement>> announced = new HashMap<>();

    InMemoryAnnouncements(Object lock) {
        this.lock = lock;
    }

    /** Records an announcement unless its key is recorded; returns whether it was not. */
    boolean append(ViewerId viewer, Announcement announcement) {
        synchronized (lock) {
            return announced
                            .computeIfAbsent(viewer, unseen -> new LinkedHashMap<>())
                            .putIfAbsent(announcement.key(), announcement)
                    == null;
        }
    }

    void erase(ViewerId viewer) {
        synchronized (lock) {
            announced.remove(viewer);
        }
    }

    @Override
    public List<Announcement> find(ViewerId viewer) {
        synchronized (lock) {
            return List.copyOf(announced.getOrDefault(viewer, Map.of()).values());
        }
    }
}
