package dev.streakline.persistence.shard;

import dev.streakline.persistence.ranking.PostgresRankings;
import dev.streakline.persistence.rows.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Collects whose values in which standings are others than before, and marks them. */
public final class StandingsMarks {

    /** With this many changes, the standings are marked as a whole and rebuilt from scratch. */
    private static final int MANY = 5_000;

    private static final Columns<Mark> ROWS = new Columns<Mark>()
            .with("channel_key", "int8", Mark::channelKey)
            .with("chunk", "int2", Mark::chunk)
            .with("viewer_key", "int8", Mark::viewerKey);

    private final List<Mark> marks = new ArrayList<>();

    private record Mark(
            long channelKey, int chunk, @Nullable Long viewerKey) {}

    /** Adds a viewer of a channel. */
    public void add(long channelKey, long viewerKey) {
        marks.add(new Mark(channelKey, 0, viewerKey));
    }

    /** Adds a viewer of the deployment. */
    public void add(long viewerKey) {
        marks.add(new Mark(PostgresRankings.DEPLOYMENT, Shards.of(viewerKey), viewerKey));
    }

    /** Marks them all. */
    public void write(Handle handle) {
        List<Mark> rows = marks.size() < MANY
                ? marks
                : marks.stream()
                        .map(mark -> new Mark(mark.channelKey, mark.chunk, null))
                        .distinct()
                        .toList();
        if (!rows.isEmpty()) {
            ROWS.bind(handle.createUpdate(ROWS.insertInto("standings_mark")), rows)
                    .execute();
        }
    }
}
