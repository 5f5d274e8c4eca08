package dev.streakline.domain.lifetime;

import dev.streakline.domain.viewing.DistinctTally;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts distinct sittings, and those of which some slice has a length or an estimate. */
final class SessionCounter {

    /** Most viewers on most channels have no sitting of several slices: it is made for the first. */
    private @Nullable DistinctTally shared;

    private boolean[] measuredShared = {};
    private int sessions;
    private int measured;

    /** Whether anything is known of how long a slice was. */
    enum Length {
        MEASURED,
        UNKNOWN
    }

    /** Adds a slice; of a sitting of its own when the key is negative. */
    void add(int session, Length length) {
        if (session < 0) {
            sessions++;
            measured += length == Length.MEASURED ? 1 : 0;
            return;
        }
        DistinctTally sittings = shared == null ? new DistinctTally() : shared;
        shared = sittings;
        int known = sittings.size();
        int slot = sittings.indexOf(session);
        if (slot == known) {
            sessions++;
            if (slot == measuredShared.length) {
                measuredShared = Arrays.copyOf(measuredShared, Math.max(16, 2 * slot));
            }
            measuredShared[slot] = false;
        }
        if (length == Length.MEASURED && !measuredShared[slot]) {
            measuredShared[slot] = true;
            measured++;
        }
    }

    int sessions() {
        return sessions;
    }

    int measured() {
        return measured;
    }

    void clear() {
        if (shared != null) {
            shared.clear();
        }
        sessions = 0;
        measured = 0;
    }
}
