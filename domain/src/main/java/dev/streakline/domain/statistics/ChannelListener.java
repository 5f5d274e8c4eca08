package dev.streakline.domain.statistics;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.catalogue.NameIndex;
import dev.streakline.domain.lifetime.ChannelEntry;
import dev.streakline.domain.lifetime.LifetimeTally;
import java.util.List;

/** Follows the viewer on each channel. */
final class ChannelListener implements FoldListener {

    private final LifetimeTally tally = new LifetimeTally();

    @Override
    public void begin(ActivityCalendar bridges) {
        tally.begin(bridges);
    }

    @Override
    public void addPlay(FactCursor fact) {
        int channel = fact.channelOfPlay();
        if (channel != NameIndex.NONE) {
            tally.addPlay(
                    channel, fact.at(), fact.day(), fact.precision(), fact.session(), fact.stated(), fact.counted());
        }
    }

    @Override
    public void addInteraction(FactCursor fact) {
        int channel = fact.channelOfInteraction();
        if (channel != NameIndex.NONE) {
            tally.addInteraction(channel, fact.at(), fact.day(), fact.interactionKind(), fact.bits());
        }
    }

    List<ChannelEntry> channels() {
        return tally.channels();
    }
}
