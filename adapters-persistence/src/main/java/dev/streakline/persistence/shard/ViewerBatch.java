package dev.streakline.persistence.shard;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Viewers of one shard: what one transaction folds.
 *
 * @param condition on the columns {@code shard} and {@code viewer_key}; contains nothing but numbers
 */
public record ViewerBatch(int shard, String condition) {

    /** All viewers of a shard. */
    public static ViewerBatch whole(int shard) {
        return new ViewerBatch(shard, "shard = " + shard);
    }

    /** One viewer. */
    public static ViewerBatch of(long viewerKey) {
        return of(Shards.of(viewerKey), List.of(viewerKey));
    }

    /** Some viewers of a shard. */
    public static ViewerBatch of(int shard, Collection<Long> viewerKeys) {
        return new ViewerBatch(
                shard,
                "shard = " + shard
                        + viewerKeys.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", " and viewer_key = any('{", "}')")));
    }

    /** The same condition on the table {@code viewer}, which has no column for the shard. */
    public String conditionOnViewers() {
        return condition.replace("shard =", "viewer_key & 15 =");
    }
}
