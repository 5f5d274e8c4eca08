package dev.streakline.http.server;

import java.util.HashMap;
import java.util.Map;

/**
 * Something of which there is only so much, shared fairly: nobody may hold more of it than is left for all others. One
 * holder alone may have half of it, two a third each. Safe for several threads at once.
 */
public final class FairShares {

    private final long capacity;
    private final Map<String, Long> held = new HashMap<>();
    private long taken;

    public FairShares(long capacity) {
        this.capacity = capacity;
    }

    /** Takes so much for a holder, if that leaves enough for the others. */
    synchronized boolean take(String holder, long amount) {
        long after = held.getOrDefault(holder, 0L) + amount;
        if (after > capacity - taken - amount) {
            return false;
        }
        held.put(holder, after);
        taken += amount;
        return true;
    }

    /** Gives back so much of what a holder took. */
    synchronized void giveBack(String holder, long amount) {
        taken -= amount;
        held.computeIfPresent(holder, (name, before) -> before == amount ? null : before - amount);
    }
}
