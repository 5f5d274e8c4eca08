package dev.streakline.application.memory;

import dev.streakline.domain.catalogue.NameIndex;

/** The keys of titles and channels, which grow with the facts that name them. */
final class MemoryNames {

    private final NameIndex titles = new NameIndex();
    private final NameIndex channels = new NameIndex();
    private NameIndex channelsToShow = new NameIndex();

    NameIndex titles() {
        return titles;
    }

    NameIndex channels() {
        return channels;
    }

    /** The channels so far, for readers who keep them after the transaction; the same object until a channel is added. */
    NameIndex channelsToShow() {
        if (channelsToShow.size() != channels.size()) {
            channelsToShow = channels.copy();
        }
        return channelsToShow;
    }
}
