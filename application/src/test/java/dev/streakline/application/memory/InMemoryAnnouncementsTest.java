package dev.streakline.application.memory;

import dev.streakline.application.announcement.AnnouncementsContract;

class InMemoryAnnouncementsTest extends AnnouncementsContract {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryAnnouncements announcements = store.announcements();

    @Override
    protected Store store() {
        return new Store(store.facts(), store.statistics(), store.rankings(), announcements);
    }
}
