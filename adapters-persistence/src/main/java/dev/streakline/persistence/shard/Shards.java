package dev.streakline.persistence.shard;

import java.util.List;
import java.util.stream.IntStream;

/** The sixteen parts of all viewers. */
public final class Shards {

    static final int COUNT = 16;

    /** Ascending. */
    public static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

    private Shards() {}

    /** The shard of a viewer, 0 to 15. */
    public static int of(long viewerKey) {
        return (int) (viewerKey & (COUNT - 1));
    }
}
