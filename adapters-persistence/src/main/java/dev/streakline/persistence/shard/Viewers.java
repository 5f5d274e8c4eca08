package dev.streakline.persistence.shard;

import dev.streakline.application.fact.ViewerId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Viewers by name. */
public final class Viewers {

    /** Of the table {@code viewer}: a name whose first facts were rolled back belongs to no viewer yet. */
    static final String HAS_FACTS =
            "exists (select from fact where fact.shard = (viewer.viewer_key & 15) and fact.viewer_key = viewer.viewer_key)";

    private Viewers() {}

    /** The key of a viewer; empty when the name was never mentioned. */
    public static Optional<Long> key(Handle handle, ViewerId viewer) {
        return handle.createQuery("select viewer_key from viewer where name = :name")
                .bind("name", viewer.value())
                .mapTo(Long.class)
                .findOne();
    }

    /** The key of a viewer; empty without an accepted fact of theirs. */
    public static Optional<Long> keyOfKnown(Handle handle, ViewerId viewer) {
        return handle.createQuery("select viewer_key from viewer where name = :name and " + HAS_FACTS)
                .bind("name", viewer.value())
                .mapTo(Long.class)
                .findOne();
    }

    /** The viewers with at least one accepted fact, in code-point order. */
    public static List<ViewerId> all(Handle handle) {
        return handle.createQuery("select name from viewer where " + HAS_FACTS + " order by name")
                .mapTo(String.class)
                .map(ViewerId::new)
                .list();
    }

    /** About how many viewers a shard has: exactly, but for those that were forgotten. */
    public static long countOfAShard(Handle handle) {
        return handle.createQuery("select coalesce(max(viewer_key), 0) from viewer")
                        .mapTo(Long.class)
                        .one()
                / Shards.COUNT;
    }
}
