package dev.streakline.domain.viewing;

/**
 * Counts distinct keys and gives each the next slot, 0 upwards: a set and an index at once. Emptied in constant time, so that
 * one serves a fold over many viewers without allocating.
 */
public final class DistinctTally {

    private int[] keys = new int[64];
    private int[] slots = new int[64];
    private int[] rounds = new int[64];
    private int round = 1;
    private int size;

    /** The slot of a key; a new key gets the slot {@link #size()}. */
    public int indexOf(int key) {
        if (2 * size >= keys.length) {
            widen();
        }
        int i = place(key);
        if (rounds[i] != round) {
            rounds[i] = round;
            keys[i] = key;
            slots[i] = size++;
        }
        return slots[i];
    }

    /** Adds a key; returns whether it is new. */
    public boolean add(int key) {
        int before = size;
        indexOf(key);
        return size > before;
    }

    /** How many distinct keys there are. */
    public int size() {
        return size;
    }

    /** Forgets every key. */
    public void clear() {
        round++;
        size = 0;
    }

    private int place(int key) {
        int mask = keys.length - 1;
        int i = ((key * 0x9E3779B1) >>> 7) & mask;
        while (rounds[i] == round && keys[i] != key) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private void widen() {
        int[] oldKeys = keys;
        int[] oldSlots = slots;
        int[] oldRounds = rounds;
        keys = new int[2 * oldKeys.length];
        slots = new int[keys.length];
        rounds = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRounds[i] == round) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                slots[place] = oldSlots[i];
                rounds[place] = round;
            }
        }
    }
}
