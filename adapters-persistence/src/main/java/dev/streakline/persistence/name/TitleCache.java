package dev.streakline.persistence.name;

import dev.streakline.application.fact.Fact;
import dev.streakline.domain.catalogue.TitleDetails;
import dev.streakline.domain.catalogue.TitleKind;
import dev.streakline.domain.catalogue.Titles;
import dev.streakline.persistence.rows.CopiedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * A cache of the titles, and of the numbers of the channels, that the batches of one thread mention. It is valid until
 * a fact about a title arrives. Genres are omitted; statistics do not depend on them.
 */
public final class TitleCache {

    /** Facts about titles are only ever added and withdrawn, so that any change makes one of the two numbers grow. */
    private static final String EDITION = "select count(*) + count(*) filter (where withdrawn) from title_fact";

    private static final long UNREAD = -1;

    private DenseKeys keys = new DenseKeys();
    private DenseKeys channels = new DenseKeys();
    private Titles.Builder read = new Titles.Builder();
    private Titles titles = read.build();
    private int known;
    private long edition = UNREAD;

    /** These, without what was read in another snapshot and is no longer so in this one; to be called before any is mentioned. */
    public TitleCache in(Handle snapshot) {
        long current = snapshot.createQuery(EDITION).mapTo(Long.class).one();
        if (current != edition) {
            keys = new DenseKeys();
            channels = new DenseKeys();
            read = new Titles.Builder();
            titles = read.build();
            known = 0;
            edition = current;
        }
        return this;
    }

    /** The numbers of the titles, to which those that were never mentioned are added. */
    public DenseKeys keys() {
        return keys;
    }

    /** The numbers of the channels, of titles and others, to which those that were never mentioned are added. */
    public DenseKeys channels() {
        return channels;
    }

    /** The titles mentioned; the same object as before while no other was. */
    public Titles titles(Handle handle) throws SQLException {
        if (known < keys.size()) {
            String query = latest("title_key, kind, show, runtime_seconds", keys.sqlArrayFrom(known));
            try (CopiedRows rows = new CopiedRows(handle, query)) {
                while (rows.next()) {
                    int title = keys.find(rows.int8(DenseKeys.NONE));
                    TitleKind kind = TitleKind.ofCode(Objects.requireNonNull(rows.text()))
                            .orElseThrow();
                    read.describe(title, new TitleDetails(kind, rows.text(), List.of(), rows.int4(0)));
                    long channel = rows.int8(DenseKeys.NONE);
                    if (channel != DenseKeys.NONE) {
                        read.onChannel(title, channels.of(channel));
                    }
                }
            }
            known = keys.size();
            titles = read.build();
        }
        return titles;
    }

    /**
     * The fact that applies to each title, which {@link Fact#LATEST_LAST} puts last. The last column is the key of its
     * channel.
     */
    public static String latest(String columns, String keys) {
        return "select " + columns + ", channel_key from (select distinct on (title_key) " + columns
                + ", channel as name from title_fact where title_key = any(" + keys
                + ") and not withdrawn order by title_key, at desc, source desc, id desc) as latest"
                + " left join channel using (name)";
    }
}
