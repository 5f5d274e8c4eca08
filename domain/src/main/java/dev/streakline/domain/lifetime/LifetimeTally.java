package dev.streakline.domain.lifetime;

import dev.streakline.domain.calendar.ActivityCalendar;
import dev.streakline.domain.calendar.Precision;
import dev.streakline.domain.viewing.DistinctTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows what one viewer does on each channel, fact by fact in event-time order. Serves one viewer after another and
 * reuses its objects, so that a fact allocates nothing.
 */
public final class LifetimeTally {

    private static final Comparator<ChannelEntry> BY_KEY = Comparator.comparingInt(ChannelEntry::channel);

    /** The tallies of a viewer with very many channels are not reused for the next. */
    private static final int MAX_CACHED = 1_000;

    private final DistinctTally seen = new DistinctTally();
    private final List<ChannelTally> channels = new ArrayList<>();
    private ActivityCalendar bridges = ActivityCalendar.EMPTY;

    /**
     * Forgets the viewer and begins another.
     *
     * @param bridges the days that cannot break the viewer's streaks: pauses, and skipped days
     */
    public void begin(ActivityCalendar bridges) {
        seen.clear();
        if (channels.size() > MAX_CACHED) {
            channels.subList(MAX_CACHED, channels.size()).clear();
        }
        this.bridges = bridges;
    }

    /**
     * Adds a session on a channel.
     *
     * @param at its instant, microseconds since 1970
     * @param day its local day
     * @param precision whether its instant is known or only its date
     * @param session the key that the slices of one sitting share, negative for a sitting of its own
     * @param stated the seconds it states, negative when it states none
     * @param counted its counted length
     */
    public void addPlay(int channel, long at, int day, Precision precision, int session, int stated, int counted) {
        tallyOf(channel).addPlay(at, day, precision, session, stated, counted);
    }

    /** Adds an interaction on a channel; {@code at} and {@code day} as for a session. */
    public void addInteraction(int channel, long at, int day, InteractionKind kind, long bits) {
        tallyOf(channel).addInteraction(at, day, kind, bits);
    }

    private ChannelTally tallyOf(int channel) {
        int known = seen.size();
        int slot = seen.indexOf(channel);
        if (slot == channels.size()) {
            channels.add(new ChannelTally());
        }
        ChannelTally tally = channels.get(slot);
        if (slot == known) {
            tally.begin(channel, bridges);
        }
        return tally;
    }

    /** The statistics of each channel, ascending by its key. */
    public List<ChannelEntry> channels() {
        List<ChannelEntry> all = new ArrayList<>(seen.size());
        for (int slot = 0; slot < seen.size(); slot++) {
            all.add(channels.get(slot).toEntry());
        }
        all.sort(BY_KEY);
        return all;
    }
}
