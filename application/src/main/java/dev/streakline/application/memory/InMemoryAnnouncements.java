package dev.streakline.application.memory;

import dev.streakline.application.announcement.Announcement;
import dev.streakline.application.announcement.Announcements;
import dev.streakline.application.fact.ViewerId;
import java.util.List;

/** Announcements in memory. */
public final class InMemoryAnnouncements implements Announcements {

    private final Memory memory;

    InMemoryAnnouncements(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Announcement> find(ViewerId viewer) {
        return memory.transact(transaction -> transaction.announcements().find(viewer));
    }
}
