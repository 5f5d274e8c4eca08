package dev.streakline.persistence.history;

import java.util.List;
import java.util.stream.IntStream;

/** The sixteen parts of all viewers. */
final class Shards {

    static final int COUNT = 16;

    /** Ascending. */
    static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

    private Shards() {}

    /** The shard of a viewer, 0 to 15. */
    static int of(long viewerKey) {
        return (int) (viewerKey & (COUNT - 1));
    }
}
