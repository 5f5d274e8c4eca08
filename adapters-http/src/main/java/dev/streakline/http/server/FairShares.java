package dev.streakline.http.server;

import java.util.HashMap;
import java.util.Map;

/**
 * A limited resource, shared fairly: no holder may have more of it than is left for all others. One holder alone may
 * have half of it, two a third each. Safe for use by several threads.
 */
public final class FairShares {

    private final long capacity;
    private final Map<String, Long> held = new HashMap<>();
    private long taken;

    public FairShares(long capacity) {
        this.capacity = capacity;
    }

    /** Takes an amount for a holder, if that leaves enough for the others; returns whether it did. */
    synchronized boolean take(String holder, long amount) {
        long after = held.getOrDefault(holder, 0L) + amount;
        if (after > capacity - taken - amount) {
            return false;
        }
        held.put(holder, after);
        taken += amount;
        return true;
    }

    /** Returns an amount that a holder took. */
    synchronized void giveBack(String holder, long amount) {
        taken -= amount;
        held.computeIfPresent(holder, (name, before) -> before == amount ? null : before - amount);
    }
}
