package dev.streakline.persistence.history;

/** The sixteen parts of all viewers. */
final class Shards {

    static final int COUNT = 16;

    private Shards() {}

    /** The shard of a viewer, 0 to 15. */
    static int of(long viewerKey) {
        return (int) (viewerKey & (COUNT - 1));
    }
}
