package dev.streakline.persistence.shard;

import dev.streakline.persistence.rows.Columns;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Marks of viewers whose facts no fold has seen, and of titles whose viewers are still to be marked. */
public final class Marks {

    private Marks() {}

    /** Marks viewers. */
    public static void markViewers(Handle handle, Collection<Long> viewerKeys) {
        if (!viewerKeys.isEmpty()) {
            handle.createUpdate("insert into mark select viewer_key & 15, viewer_key from unnest(:keys) as viewer_key")
                    .bind("keys", Columns.array("int8", viewerKeys.toArray()))
                    .execute();
        }
    }

    /**
     * Marks titles. The viewers who have watched them are marked later, because facts that mention the titles may be on
     * their way.
     */
    public static void markTitles(Handle handle, Collection<Long> titleKeys) {
        if (!titleKeys.isEmpty()) {
            handle.createUpdate("insert into title_mark select unnest(:keys)")
                    .bind("keys", Columns.array("int8", titleKeys.toArray()))
                    .execute();
        }
    }

    /**
     * Turns the marks of titles into marks of all viewers who have watched them. Call in a transaction that began after
     * the titles' facts were committed. A fact committed later marks its viewer itself, who is then folded with the
     * current titles.
     */
    public static void expandTitleMarks(Handle handle) {
        handle.execute("""
                with taken as (delete from title_mark returning title_key)
                insert into mark
                select distinct shard, viewer_key from fact where title_key in (select title_key from taken)
                """);
    }

    /** Takes away the marks that this transaction sees of viewers of a shard. */
    public static void remove(Handle handle, ViewerBatch batch) {
        handle.execute("delete from mark where " + batch.condition());
    }

    /** The viewers of a portion who have watched a marked title. */
    public static Set<Long> viewersOfMarkedTitles(Handle handle, ViewerBatch batch) {
        return handle.createQuery("select distinct viewer_key from fact where " + batch.condition()
                        + " and title_key = any(array(select title_key from title_mark))")
                .mapTo(Long.class)
                .set();
    }
}
